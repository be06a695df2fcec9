import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { testDatabase, type TestDatabase } from '#tests/support/postgres.ts';
import { listen } from './listen.ts';

/** A role of its own: it can be kept out while the rest of the database goes on. */
const ROLE = `listener_${randomBytes(6).toString('hex')}`;

let database: TestDatabase;
beforeAll(async () => {
	database = await testDatabase();
	await database.sql`create role ${database.sql(ROLE)} login password 'listener'`;
});
afterAll(async () => {
	await database.sql`drop role ${database.sql(ROLE)}`;
	await database.close();
});

test('[C1] it is known whether announcements are heard, through losses, refusals and restarts', async () => {
	const { sql } = database;
	const address = new URL(database.url);
	Object.assign(address, { username: ROLE, password: 'listener' });
	const heard: string[] = [];
	const listening = listen(address.href, {
		hear: { listen_test: (payload) => heard.push(payload) },
		listening: () => undefined
	});
	const becomes = (isUp: boolean) =>
		vi.waitFor(() => expect(listening.isUp).toBe(isUp), { timeout: 10_000, interval: 5 });
	expect(listening.isUp).toBe(false);
	await becomes(true);

	await sql`alter role ${sql(ROLE)} nologin`;
	await sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = ${ROLE}`;
	await becomes(false);
	await sql`alter role ${sql(ROLE)} login`;
	await becomes(true);
	await sql.notify('listen_test', 'after the loss');
	await vi.waitFor(() => expect(heard).toEqual(['after the loss']));

	listening.restart();
	expect(listening.isUp).toBe(false);
	await becomes(true);
	await sql.notify('listen_test', 'after the restart');
	await vi.waitFor(() => expect(heard).toEqual(['after the loss', 'after the restart']));
	await listening.close();
});
