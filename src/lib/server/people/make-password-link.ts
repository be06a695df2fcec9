import { linkExpiry, type HandedLink } from '#lib/people/access-link.ts';
import type { Actor } from '#lib/people/actor.ts';
import { invalidInput } from '#lib/server/app-error.ts';
import { recordAudit } from '#lib/server/audit/record-audit.ts';
import { accessLinks } from '#lib/server/db/schema.ts';
import type { Deps } from '#lib/server/deps.ts';
import { newId } from '#lib/server/ids.ts';
import { newLinkToken, voidPasswordLinks } from './access-links.ts';
import { requireManager } from './change-person.ts';
import { requirePerson } from './list-people.ts';
import { lockPeople } from './lock-people.ts';

/**
 * P3: an admin makes a link by which a person of the own shop chooses a new password, once, within two days; the ones
 * made before are worth nothing any more. Throws `forbidden`, `not_found`, or `input.invalid` for somebody without access.
 */
export async function makePasswordLink(
	{ db, now }: Pick<Deps, 'db' | 'now'>,
	actor: Actor,
	personId: string
): Promise<{ token: string; expiresAt: HandedLink['expiresAt'] }> {
	requireManager(actor);
	const { shopId } = actor;
	const at = now();
	const { token, tokenHash } = newLinkToken();
	const expiresAt = linkExpiry('password', at);
	await db.transaction(async (tx) => {
		await lockPeople(tx, shopId);
		const { active, name } = await requirePerson(tx, actor, personId);
		if (!active) throw invalidInput({ active: 'Give this person access again first.' });
		await voidPasswordLinks(tx, shopId, personId);
		const link = { shopId, id: newId(), kind: 'password', personId, madeBy: actor.name, tokenHash } as const;
		await tx.insert(accessLinks).values({ ...link, createdAt: new Date(at), expiresAt: new Date(expiresAt) });
		await recordAudit(tx, actor, { kind: 'password_link_made', person: name }, at);
	});
	return { token, expiresAt };
}
