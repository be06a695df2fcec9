import type { Sql } from '#lib/server/db/client.ts';

/** What people and displays of a shop are called now, by id. */
export async function readNames(
	sql: Sql,
	shopId: string,
	ids: readonly string[]
): Promise<Map<string, string>> {
	const rows = await sql<{ id: string; name: string }[]>`
		select id, name from people where shop_id = ${shopId} and id = any(${[...ids]})
		union all
		select id, name from displays where shop_id = ${shopId} and id = any(${[...ids]})`;
	return new Map(rows.map(({ id, name }) => [id, name]));
}
