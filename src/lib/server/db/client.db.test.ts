import { afterAll, beforeAll, expect, test } from 'vitest';
import { isDatabaseGone } from '#lib/server/http/database-gone.ts';
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

test('a lock that somebody holds is not waited for without end', async () => {
	await database.sql`create table held (id int)`;
	await database.sql.begin(async (holder) => {
		await holder`lock table held`;
		// As short as a test may wait; the pool's own limit is read below.
		const impatient = database.sql.begin(async (tx) => {
			await tx`set local lock_timeout = 50`;
			await tx`select * from held`;
		});
		await expect(impatient.catch(isDatabaseGone)).resolves.toBe(true);
	});
	const settings = await database.sql<{ setting: string }[]>`
		select setting from pg_settings where name in ('lock_timeout', 'statement_timeout') order by name`;
	expect(settings.map(({ setting }) => setting)).toEqual(['3000', '15000']);
});
