import type { Statements } from '#lib/server/db/transaction.ts';
import type { LogPlace } from './log-place.ts';
import { movedSince } from './moved-since.ts';

/** P4: how many of the shop's jobs were moved since: as many as the list of them holds. Jobs that were deleted are in neither. */
export async function countMovedSince(sql: Statements, place: LogPlace): Promise<number> {
	const [row] = await sql<{ count: number }[]>`
		select count(*)::integer as count from jobs j
		where j.shop_id = ${place.shopId} and j.number in (${movedSince(sql, place)})`;
	return row?.count ?? 0;
}
