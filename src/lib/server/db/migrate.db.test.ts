import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase } from '#tests/support/postgres.ts';
import { connect } from './client.ts';
import { migrate } from './migrate.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
	database = await createTestDatabase();
	const { sql, close } = connect(database.url, { max: 1 });
	await sql`drop schema public cascade`;
	await sql`create schema public`;
	await sql`drop schema drizzle cascade`;
	await close();
});
afterAll(() => database.drop());

test('several nodes that start at once on an empty database migrate it once', async () => {
	await Promise.all([1, 2, 3, 4].map(() => migrate(database.url)));
	const { sql, close } = connect(database.url, { max: 1 });
	const [row] = await sql<{ repeated: number }[]>`
		select count(*)::int - count(distinct hash)::int as repeated from drizzle.__drizzle_migrations`;
	await close();
	expect(row?.repeated).toBe(0);
});
