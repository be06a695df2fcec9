import type { AuditChange } from '#lib/audit/audit.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { Actor } from '#lib/people/actor.ts';
import { recordAudit } from '#lib/server/audit/record-audit.ts';
import type { Queryable } from '#lib/server/db/client.ts';
import { announceRules } from '#lib/server/feed/shop-news.ts';
import type { ShopRules } from '#lib/settings/shop-settings.ts';
import { saveRules } from './rules-store.ts';

/** Saves locked rules as their next version, writes down what was changed, and has every screen of the shop follow. */
export async function recordRules(
	tx: Queryable,
	actor: Actor,
	after: ShopRules,
	{ changes, at }: { changes: AuditChange[]; at: Instant }
): Promise<ShopRules> {
	const saved = { ...after, version: after.version + 1 };
	await saveRules(tx, actor.shopId, saved);
	await recordAudit(tx, actor, { kind: 'shop_changed', changes }, at);
	await announceRules(tx, actor.shopId);
	return saved;
}
