import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import { recordAudit } from '#lib/server/audit/record-audit.ts';
import { accessLinks } from '#lib/server/db/schema.ts';
import type { Deps } from '#lib/server/deps.ts';
import { linkKey } from './access-links.ts';
import { requireManager } from './change-person.ts';
import { lockPeople } from './lock-people.ts';

/**
 * P3: an admin withdraws an invitation: its link leads nowhere from here on. Throws `forbidden`, `link.not_found`, or
 * `link.used` when somebody has accepted it.
 */
export async function withdrawInvitation(
	{ db, now }: Pick<Deps, 'db' | 'now'>,
	actor: Actor,
	id: string
): Promise<void> {
	requireManager(actor);
	const { shopId } = actor;
	await db.transaction(async (tx) => {
		await lockPeople(tx, shopId);
		const [link] = await tx.select().from(accessLinks).where(linkKey(shopId, id));
		if (link?.kind !== 'invitation') throw new AppError('link.not_found');
		if (link.usedAt) throw new AppError('link.used');
		await tx.delete(accessLinks).where(linkKey(shopId, id));
		await recordAudit(tx, actor, { kind: 'invitation_withdrawn', person: link.name ?? '' }, now());
	});
}
