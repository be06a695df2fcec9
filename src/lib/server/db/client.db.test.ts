import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { isDatabaseGone } from '#lib/server/http/database-gone.ts';
import { startPostgresRelay, type PostgresRelay } from '#tests/support/postgres-relay.ts';
import { testDatabase, type TestDatabase } from '#tests/support/postgres.ts';
import { connect, type DatabaseClient } from './client.ts';
import { waitUntilReachable } from './client-reachable.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await testDatabase();
});
afterAll(() => database.close());

test('a test database is migrated and empty', async () => {
	const tables = await database.sql`select 1 from information_schema.tables where table_schema = 'public'`;
	expect(tables.length).toBeGreaterThan(0);
});

test('a database that answers is not waited for; one that there is not, at once said to be none', async () => {
	await waitUntilReachable(database.url, 0);
	await waitUntilReachable(`${database.url}?sslmode=prefer`, 0);
	const missing = new URL(database.url);
	missing.pathname = 'elsewhere';
	const begun = Date.now();
	await expect(waitUntilReachable(missing.href)).rejects.toThrow(
		/^The database at .+ \(DATABASE_URL\) cannot be used: database "elsewhere" does not exist$/
	);
	expect(Date.now() - begun).toBeLessThan(2000);
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

describe.each([
	['in the clear', false, 'disable'],
	['under TLS', true, 'require']
])('a connection %s', (_, isSecure, mode) => {
	const uncaught: unknown[] = [];
	const note = (error: unknown) => uncaught.push(error);
	let relay: PostgresRelay;
	let client: DatabaseClient;
	beforeEach(async () => {
		process.on('uncaughtException', note);
		relay = await startPostgresRelay(database.url, { isSecure });
		client = connect(`${relay.url}?sslmode=${mode}`, { max: 1 });
	});
	afterEach(async () => {
		await client.close();
		await relay.close();
		process.off('uncaughtException', note);
		expect(uncaught.splice(0)).toEqual([]);
	});

	/** With arrays, of which the driver knows when it has asked for their types. */
	const sum = () => client.sql`select sum(n) from unnest(${[1, 2]}::integer[]) n`;
	const becomesWhole = () =>
		vi.waitFor(async () => expect(await sum()).toEqual([{ sum: '3' }]), { timeout: 10_000 });

	test('is used', async () => {
		expect(await sum()).toEqual([{ sum: '3' }]);
	});

	test('that is lost before it can be used ends nothing, and the next one is whole', async () => {
		await sum();
		relay.resetAt('typarray', 3);
		relay.resetAll();
		await becomesWhole();
		expect(relay.resetsLeft()).toBe(0);
		expect(await client.sql.begin(() => Promise.resolve('begun'))).toBe('begun');
	});

	test('that fails also fails what it is given at that moment, and answers nothing in its place', async () => {
		await sum();
		for (let round = 0; round < 5; round++) {
			const asked: Promise<unknown>[] = [];
			const ask = (word: string) => asked.push(client.sql`select ${word}::text as word`.then(([row]) => row));
			const mark = `round ${round} ${mode}`;
			const sleep = client.sql.unsafe(`select pg_sleep(5) /* ${mark} */`);
			const running = sleep.catch(() => ['first', 'second'].forEach(ask));
			await vi.waitFor(async () => expect(await activeWith(mark)).toHaveLength(1));
			relay.resetAll();
			await running;
			ask('third');
			const answers = await Promise.allSettled(asked);
			const heard = answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : 'failed'));
			for (const [index, word] of ['first', 'second', 'third'].entries())
				expect(['failed', { word }]).toContainEqual(heard[index]);
			await becomesWhole();
		}
	});

	const activeWith = (mark: string) => database.sql`
		select from pg_stat_activity
		where query like ${`%${mark}%`} and pid <> pg_backend_pid() and state = 'active'`;
});

test('a database that takes no TLS is refused where it is asked for, and taken where it is preferred', async () => {
	const required = connect(`${database.url}?sslmode=require`, { max: 1 });
	await expect(required.sql`select 1`).rejects.toThrow('takes no TLS');
	await required.close();
	const preferred = connect(`${database.url}?sslmode=prefer`, { max: 1 });
	expect(await preferred.sql`select 1 as one`).toEqual([{ one: 1 }]);
	await preferred.close();
});

test('a certificate that nobody vouches for is refused where it is to be verified', async () => {
	const relay = await startPostgresRelay(database.url, { isSecure: true });
	const client = connect(`${relay.url}?sslmode=verify-full`, { max: 1 });
	await expect(client.sql`select 1`).rejects.toThrow(/self-signed/);
	await client.close();
	await relay.close();
});
