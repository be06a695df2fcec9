import postgres from 'postgres';

export type Row = Record<string, unknown>;

/** All rows of all tables, by table, in an order that does not depend on how they came in. */
export function readEverything(url: string): Promise<Map<string, Row[]>> {
	return onDatabase(url, async (sql) => {
		const tables = await sql<{ name: string }[]>`
			select table_name as name from information_schema.tables
			where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`;
		const everything = new Map<string, Row[]>();
		for (const { name } of tables) {
			const rows = await sql<{ row: Row }[]>`
				select to_jsonb(t) as row from ${sql(name)} t order by to_jsonb(t)::text collate "C"`;
			everything.set(
				name,
				rows.map(({ row }) => row)
			);
		}
		return everything;
	});
}

/** Works on a database with a connection of its own. */
export async function onDatabase<Answer>(
	url: string,
	work: (sql: postgres.Sql) => Promise<Answer>
): Promise<Answer> {
	const sql = postgres(url, { max: 1, onnotice: () => undefined });
	try {
		return await work(sql);
	} finally {
		await sql.end();
	}
}
