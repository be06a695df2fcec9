import type { Actor } from '#lib/people/actor.ts';
import type { JoinInput } from '#lib/people/link-input.ts';
import { recordAudit } from '#lib/server/audit/record-audit.ts';
import { accessLinks } from '#lib/server/db/schema.ts';
import type { Deps } from '#lib/server/deps.ts';
import { announceRules } from '#lib/server/feed/shop-news.ts';
import { linkKey, requireLink, takeLink } from './access-links.ts';
import { insertPerson } from './insert-person.ts';
import { hashPassword } from './passwords.ts';
import { startSession, type NewSession } from './sessions.ts';

/**
 * P3: somebody who was invited becomes a person of the shop and is signed in, on the device that they are called by. Of
 * several who use one link at once, one is let in. Throws `link.not_found`, `link.used`, `link.expired`, or
 * `input.invalid` when the e-mail is taken in the shop; the link works on after that.
 */
export async function joinShop(
	deps: Pick<Deps, 'db' | 'sql' | 'now'>,
	token: string,
	{ name, email, password, device }: JoinInput & { device: string }
): Promise<NewSession> {
	const wanted = { kind: 'invitation', token } as const;
	const at = deps.now();
	// Asked before anything is hashed: that costs time and memory, and is for those who hold a link.
	await requireLink(deps.db, wanted, at);
	const passwordHash = await hashPassword(password);
	const person = await deps.db.transaction(async (tx) => {
		const link = await takeLink(tx, wanted, at);
		const { shopId } = link;
		const role = link.role ?? 'viewer';
		const id = await insertPerson(tx, shopId, { name, email, role, passwordHash });
		await tx.update(accessLinks).set({ personId: id }).where(linkKey(shopId, link.id));
		const actor: Actor = { kind: 'person', shopId, id, name, role, device };
		await recordAudit(tx, actor, { kind: 'person_joined', person: name, role }, at);
		await announceRules(tx, shopId);
		return { shopId, id };
	});
	return startSession(deps, { ...person, verified: passwordHash }, device);
}
