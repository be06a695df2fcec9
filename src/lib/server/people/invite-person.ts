import { linkExpiry, type HandedLink, type Invitation } from '#lib/people/access-link.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { InviteInput } from '#lib/people/link-input.ts';
import { AppError } from '#lib/server/app-error.ts';
import { recordAudit } from '#lib/server/audit/record-audit.ts';
import type { Tx } from '#lib/server/db/client.ts';
import { accessLinks } from '#lib/server/db/schema.ts';
import type { Deps } from '#lib/server/deps.ts';
import { newId } from '#lib/server/ids.ts';
import { linkKey, newLinkToken } from './access-links.ts';
import { requireManager } from './change-person.ts';
import { lockPeople } from './lock-people.ts';

export interface Invited {
	invitation: Invitation;
	/** What the link is made of; it is not kept. */
	token: string;
	expiresAt: HandedLink['expiresAt'];
}

/**
 * P3: an admin invites somebody by a link that works once, for seven days. Only the hash of its token is kept, so the
 * same mutation again is the same invitation under a new link: whoever lost the answer has not seen the first. Throws
 * `forbidden`, `mutation.reused`, or `link.used` when that invitation has been accepted.
 */
export async function invitePerson(
	{ db, now }: Pick<Deps, 'db' | 'now'>,
	actor: Actor,
	{ mutationId, name, role }: InviteInput
): Promise<Invited> {
	requireManager(actor);
	const { shopId } = actor;
	const at = now();
	const { token, tokenHash } = newLinkToken();
	const id = mutationId ?? newId();
	const expiresAt = linkExpiry('invitation', at);
	const createdAt = await db.transaction(async (tx) => {
		await lockPeople(tx, shopId);
		const known = await findInvitation(tx, shopId, { id, name, role });
		if (known) {
			const renewed = { tokenHash, expiresAt: new Date(expiresAt) };
			await tx.update(accessLinks).set(renewed).where(linkKey(shopId, id));
			return known.createdAt.toISOString();
		}
		const invitation = { shopId, id, name, role, madeBy: actor.name, createdAt: new Date(at) };
		await tx
			.insert(accessLinks)
			.values({ ...invitation, kind: 'invitation', tokenHash, expiresAt: new Date(expiresAt) });
		await recordAudit(tx, actor, { kind: 'person_invited', person: name, role }, at);
		return at;
	});
	return { invitation: { id, name, role, madeBy: actor.name, createdAt, expiresAt }, token, expiresAt };
}

/** The invitation that was made under a mutation's id, if any. */
async function findInvitation(
	tx: Tx,
	shopId: string,
	{ id, name, role }: Pick<Invitation, 'id' | 'name' | 'role'>
) {
	const [link] = await tx.select().from(accessLinks).where(linkKey(shopId, id));
	if (!link) return undefined;
	const isSame = link.kind === 'invitation' && link.name === name && link.role === role;
	if (!isSame) throw new AppError('mutation.reused');
	if (link.usedAt) throw new AppError('link.used');
	return link;
}
