import type { Sql } from '#lib/server/db/client.ts';

/**
 * A client whose statements that contain the mark are explained instead of run: they answer no rows, and `plan` holds
 * what PostgreSQL would do.
 */
export function explaining(sql: Sql, mark: string): { sql: Sql; plan: () => string } {
	let plan = '';
	const explain = async (strings: TemplateStringsArray, values: unknown[]) => {
		const first = `explain ${strings[0] ?? ''}`;
		const explained = Object.assign([first, ...strings.slice(1)], { raw: [first, ...strings.raw.slice(1)] });
		const rows = await sql(explained, ...(values as string[]));
		plan = rows.map((row) => String(row['QUERY PLAN'])).join('\n');
		return [];
	};
	const tag = (strings: TemplateStringsArray, ...values: unknown[]) =>
		strings[0]?.includes(mark) ? explain(strings, values) : sql(strings, ...(values as string[]));
	return { sql: Object.assign(tag, { unsafe: sql.unsafe.bind(sql) }) as unknown as Sql, plan: () => plan };
}
