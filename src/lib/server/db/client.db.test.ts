import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#tests/support/postgres.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await testDatabase();
});
afterAll(() => database.close());

test('a test database is migrated and empty', async () => {
	const tables = await database.sql`select 1 from information_schema.tables where table_schema = 'public'`;
	expect(tables.length).toBeGreaterThan(0);
});

test('the pool recovers when the database cuts its connections', async () => {
	await database.sql`select 1`;
	await expect(database.sql`select pg_terminate_backend(pg_backend_pid())`).rejects.toThrow();
	expect(await database.sql`select 1 as one`).toEqual([{ one: 1 }]);
});
