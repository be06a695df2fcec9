import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as schema from '#lib/server/db/schema.ts';
import { buildPerson, buildShop, type Person } from '#tests/support/factories.ts';
import { testDatabase, type TestDatabase } from '#tests/support/postgres.ts';
import { hashToken, SESSIONS_CHANNEL } from './session-store.ts';
import { endSession, readSession, startSession } from './sessions.ts';

let database: TestDatabase;
let ana: Person;
const heard: string[] = [];

beforeAll(async () => {
	database = await testDatabase();
	ana = await buildPerson(database.sql, await buildShop(database.sql));
	await database.sql.listen(SESSIONS_CHANNEL, (payload) => heard.push(payload));
});
afterAll(() => database.close());

const start = (person: Person) => startSession(database, person, 'Chrome on Android');

/** The days from now at which a session ends. */
async function expiresIn(id: string): Promise<number> {
	const [row] = await database.sql<{ days: number }[]>`
		select extract(epoch from expires_at - now())::float8 / 86400 as days from sessions where id = ${id}`;
	return row!.days;
}

async function setExpiry(id: string, interval: string): Promise<void> {
	await database.sql`update sessions set expires_at = now() + ${interval}::interval where id = ${id}`;
}

describe('[P3] a session', () => {
	test('speaks for its person', async () => {
		const { token, session } = await start(ana);
		const found = await readSession(database, token);
		expect(found?.actor).toEqual({ ...ana, device: 'Chrome on Android' });
		expect(found?.session).toEqual({ ...session, fresh: false });
	});

	test('is stored as the hash of its token, and nowhere as the token', async () => {
		const { token, session } = await start(ana);
		expect(token).toMatch(/^[a-z2-7]{40}$/);
		expect(session.id).toBe(hashToken(token));
		const rows = await database.sql`select * from sessions`;
		expect(rows.map(({ id }) => id as string)).toContain(session.id);
		expect(JSON.stringify(rows)).not.toContain(token);
	});

	test('does not open by its stored hash', async () => {
		const { session } = await start(ana);
		expect(await readSession(database, session.id)).toBeNull();
	});

	test('is read with one statement', async () => {
		const { token } = await start(ana);
		const statements: string[] = [];
		const client = postgres(database.url, { max: 1, debug: (_, query) => void statements.push(query) });
		await client`select 1`;
		statements.length = 0;
		expect(await readSession({ db: drizzle(client, { schema }), sql: client }, token)).not.toBeNull();
		await client.end();
		expect(statements).toHaveLength(1);
	});

	test('lasts thirty days, and starts them again when it is used in the second half', async () => {
		const { token, session } = await start(ana);
		expect(await expiresIn(session.id)).toBeCloseTo(30, 1);
		await setExpiry(session.id, '16 days');
		expect((await readSession(database, token))?.session.fresh).toBe(false);
		await setExpiry(session.id, '14 days');
		expect((await readSession(database, token))?.session.fresh).toBe(true);
		expect(await expiresIn(session.id)).toBeCloseTo(30, 1);
	});

	test('that has expired is none, and is cleared away', async () => {
		const { token, session } = await start(ana);
		await setExpiry(session.id, '-1 second');
		expect(await readSession(database, token)).toBeNull();
		expect(await database.sql`select 1 from sessions where id = ${session.id}`).toHaveLength(0);
	});

	test('of a person who is not active any more is none', async () => {
		const bo = await buildPerson(database.sql, ana.shopId, { name: 'Bo' });
		const { token } = await start(bo);
		await database.sql`update people set active = false where id = ${bo.id}`;
		expect(await readSession(database, token)).toBeNull();
		await database.sql`update people set active = true where id = ${bo.id}`;
		expect(await readSession(database, token)).toBeNull();
	});

	test('shows a changed role at once', async () => {
		const cy = await buildPerson(database.sql, ana.shopId, { role: 'viewer' });
		const { token } = await start(cy);
		await database.sql`update people set role = 'jeweler' where id = ${cy.id}`;
		expect((await readSession(database, token))?.actor).toMatchObject({ role: 'jeweler' });
	});

	test.each(['', 'x', 'a'.repeat(40), "' or 1=1 --"])('is not opened by %j', async (token) => {
		expect(await readSession(database, token)).toBeNull();
	});
});

describe('[P3] signing out', () => {
	test('ends the session and tells every node which one', async () => {
		const { token, session } = await start(ana);
		const other = await start(ana);
		await endSession(database, session.id);
		expect(await readSession(database, token)).toBeNull();
		expect(await readSession(database, other.token)).not.toBeNull();
		await expect.poll(() => heard).toContain(`${ana.shopId}:${session.id}`);
		expect(heard).not.toContain(`${ana.shopId}:${other.session.id}`);
	});

	test('twice tells nobody twice', async () => {
		const { session } = await start(ana);
		await endSession(database, session.id);
		await endSession(database, session.id);
		const marker = await start(ana);
		await endSession(database, marker.session.id);
		await expect.poll(() => heard).toContain(`${ana.shopId}:${marker.session.id}`);
		expect(heard.filter((payload) => payload.endsWith(session.id))).toHaveLength(1);
	});
});

test('[P1] a session of one shop never speaks for a person of another with the same id', async () => {
	const elsewhere = await buildPerson(database.sql, await buildShop(database.sql), { name: 'Zoe' });
	await database.sql`update people set id = ${ana.id} where shop_id = ${elsewhere.shopId}`;
	const { token } = await start(ana);
	expect((await readSession(database, token))?.actor).toMatchObject(ana);
});

test('[P3] forgotten sessions of a person go with their next sign-in', async () => {
	const { session } = await start(ana);
	await setExpiry(session.id, '-1 day');
	await start(ana);
	expect(await database.sql`select 1 from sessions where id = ${session.id}`).toHaveLength(0);
});
