import type { ShownDisplay } from '#lib/displays/display.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { DisplayActor } from '#lib/people/actor.ts';
import type { Sql } from '#lib/server/db/client.ts';
import { settingsOf, type DisplayRow } from './display-row.ts';

/** A display's whole key. */
export type DisplayKey = Pick<DisplayActor, 'shopId' | 'id'>;

/** D1: what some displays show, in the order in which they are asked for; `null` for one that was revoked. */
export async function readDisplays(sql: Sql, keys: readonly DisplayKey[]): Promise<(ShownDisplay | null)[]> {
	const rows = await sql<DisplayRow[]>`
		select shop_id, id, name, settings from displays where ${isAmong(sql, keys)}`;
	return keys.map(({ shopId, id }) => {
		const row = rows.find((found) => found.shop_id === shopId && found.id === id);
		return row ? { id, name: row.name, settings: settingsOf(row) } : null;
	});
}

/** D1: writes down that some displays are, or were until now, connected. */
export async function markSeen(sql: Sql, keys: readonly DisplayKey[], at: Instant): Promise<void> {
	if (keys.length > 0) await sql`update displays set seen_at = ${at} where ${isAmong(sql, keys)}`;
}

function isAmong(sql: Sql, keys: readonly DisplayKey[]) {
	const shops = keys.map(({ shopId }) => shopId);
	const ids = keys.map(({ id }) => id);
	return sql`(shop_id, id) in (select * from unnest(${shops}::text[], ${ids}::text[]))`;
}
