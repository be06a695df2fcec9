import postgres from 'postgres';
import type { Sql } from '#lib/server/db/client.ts';

/** Fills the one shop of a database by statements that may take as long as they like, which the product's own may not. */
export async function fillShop<Answer>(
	url: string,
	work: (sql: Sql, shopId: string) => Promise<Answer>
): Promise<Answer> {
	const sql = postgres(url, { max: 1, onnotice: () => undefined });
	try {
		const [shop] = await sql<{ id: string }[]>`select id from shops`;
		return await work(sql, shop?.id ?? '');
	} finally {
		await sql.end();
	}
}
