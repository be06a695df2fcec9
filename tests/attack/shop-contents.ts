import type { Sql } from '#lib/server/db/client.ts';

/** What every table of the database holds of one shop, as a checksum by the table's name. */
export type ShopContents = Record<string, string>;

/** When somebody or something was last seen is written down beside every request: it is nothing that a request asks for. */
const IGNORED = ['seen_at'];

/** Reads the checksums of whatever the database has of a shop, in tables that are there today or any day. */
export function shopContents(sql: Sql): (shopId: string) => Promise<ShopContents> {
	let query: Promise<string> | undefined;
	return async (shopId) => {
		query ??= tablesOfShops(sql).then((tables) => tables.map(checksumOf).join(' union all '));
		const rows = await sql.unsafe<{ name: string; sum: string }[]>(await query, [shopId], { prepare: true });
		return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
	};
}

/** Tables and the column by which a row is a shop's. */
async function tablesOfShops(sql: Sql): Promise<{ name: string; key: string }[]> {
	const rows = await sql<{ name: string }[]>`
		select table_name as name from information_schema.columns
		where table_schema = 'public' and column_name = 'shop_id' order by 1`;
	return [...rows.map(({ name }) => ({ name, key: 'shop_id' })), { name: 'shops', key: 'id' }];
}

function checksumOf({ name, key }: { name: string; key: string }): string {
	const row = IGNORED.reduce((json, column) => `(${json} - '${column}')`, 'to_jsonb(t)');
	return `
		select '${name}' as name, count(*) || ':' || md5(coalesce(string_agg(${row}::text, E'\\n' order by ${row}::text), '')) as sum
		from "${name}" t where t."${key}" = $1`;
}
