import type { KnownDisplay } from '#lib/dashboard/dashboard.ts';
import { instantOf } from '#lib/server/db/instants.ts';
import type { Statements } from '#lib/server/db/transaction.ts';

/** P4, D1: the shop's paired screens, by name. */
export async function readKnownDisplays(sql: Statements, shopId: string): Promise<KnownDisplay[]> {
	const rows = await sql<{ id: string; name: string; seen_at: string | null }[]>`
		select id, name, seen_at from displays where shop_id = ${shopId} order by lower(name), id`;
	return rows.map(({ id, name, seen_at }) => ({ id, name, seenAt: seen_at && instantOf(seen_at) }));
}
