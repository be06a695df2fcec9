import postgres from 'postgres';

/** Creates the database that the address names, when it is missing. */
export async function ensureDatabase(url: string): Promise<void> {
	const name = new URL(url).pathname.slice(1);
	const sql = postgres(url, { database: 'postgres', max: 1, onnotice: () => undefined });
	try {
		const found = await sql`select 1 from pg_database where datname = ${name}`;
		if (found.length === 0) await sql`create database ${sql(name)}`;
	} finally {
		await sql.end({ timeout: 1 });
	}
}
