import type { Statements } from '#lib/server/db/transaction.ts';

/**
 * P3: the mark of what was last changed about a shop's people, rules or displays; `null` before the first change. A board
 * that was made at another mark may show names, rules or rights that are not true any more.
 */
export async function readNews(sql: Statements, shopId: string): Promise<string | null> {
	const [last] = await sql<{ id: string }[]>`
		select id from audit_entries where shop_id = ${shopId} order by at desc, id desc limit 1`;
	return last?.id ?? null;
}
