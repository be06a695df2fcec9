import type { Actor } from '#lib/people/actor.ts';
import { recordAudit } from '#lib/server/audit/record-audit.ts';
import { displays } from '#lib/server/db/schema.ts';
import type { Deps } from '#lib/server/deps.ts';
import { announceNews } from '#lib/server/feed/shop-news.ts';
import { requireManagesShop } from '#lib/server/settings/settings-rights.ts';
import { displayIs, lockDisplay } from './display-store.ts';

/**
 * D1: a display's token is worth nothing from here on, and its screens on every node show a code again (P3: within two
 * seconds). Throws `forbidden` or `display.not_found`.
 */
export async function revokeDisplay(
	{ db, now }: Pick<Deps, 'db' | 'now'>,
	actor: Actor,
	id: string
): Promise<void> {
	requireManagesShop(actor);
	const { shopId } = actor;
	await db.transaction(async (tx) => {
		const { name } = await lockDisplay(tx, shopId, id);
		await tx.delete(displays).where(displayIs(shopId, id));
		await recordAudit(tx, actor, { kind: 'display_revoked', display: name }, now());
		await announceNews(tx, { kind: 'display_ended', shop: shopId, display: id });
	});
}
