import { once } from 'node:events';
import { connect as connectTo, createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { connect } from './client.ts';
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

test('a new connection that is lost before it can be used ends nothing, and the next one is whole', async () => {
	const uncaught: unknown[] = [];
	const note = (error: unknown) => uncaught.push(error);
	process.on('uncaughtException', note);
	const links = new Set<Socket>();
	let losses = 0;
	const relay = createServer((client) => {
		const upstream = connectTo(Number(new URL(database.url).port), '127.0.0.1');
		links.add(client.on('error', () => undefined));
		upstream.on('error', () => undefined).pipe(client);
		client.on('data', (chunk) => {
			// The first that a new connection asks.
			if (losses > 0 && chunk.includes('typarray') && losses--) client.resetAndDestroy();
			else upstream.write(chunk);
		});
	});
	await once(relay.listen(0, '127.0.0.1'), 'listening');
	const url = new URL(database.url);
	url.port = String((relay.address() as AddressInfo).port);
	const client = connect(url.href, { max: 1 });
	const ask = () => client.sql`select sum(n) from unnest(${[1, 2]}::integer[]) n`;
	try {
		expect(await ask()).toEqual([{ sum: '3' }]);
		losses = 3;
		for (const link of links) link.resetAndDestroy();
		const isWhole = async () => expect(await ask()).toEqual([{ sum: '3' }]);
		await vi.waitFor(isWhole, { timeout: 10_000 });
		expect(losses).toBe(0);
		expect(await client.sql.begin(() => Promise.resolve('begun'))).toBe('begun');
		expect(uncaught).toEqual([]);
	} finally {
		process.off('uncaughtException', note);
		await client.close();
		relay.close();
	}
});
