import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { connect, type DatabaseClient } from '#lib/server/db/client.ts';
import { startApp, type RunningApp } from '#tests/support/app.ts';
import { startFaultProxy, type Fault, type FaultProxy } from '#tests/support/fault-proxy.ts';
import { createTestDatabase } from '#tests/support/postgres.ts';
import { expectNothingLost, startBurst } from './burst.ts';
import { expectConverged, type Screen } from './screen.ts';
import { buildFaultShop, type Shop } from './shop.ts';

const LONG = Boolean(process.env.BENCHBOARD_LONG);
const ROUNDS = LONG ? 20 : 1;
const MOVES = 20;
const SCREENS = 6;
const WRITERS = 4;
const WAIT = { timeout: 90_000, interval: 10 };
const LISTENER = /benchboard-listen/;

let made: { url: string; drop: () => Promise<void> };
let database: DatabaseClient;
/** Between the node and PostgreSQL, and between the browsers and the node. */
let behind: FaultProxy;
let before: FaultProxy;
let app: RunningApp;
beforeAll(async () => {
	made = await createTestDatabase();
	database = connect(made.url, { max: 2, applicationName: 'fault test' });
	const url = new URL(made.url);
	behind = await startFaultProxy(Number(url.port));
	url.port = String(behind.port);
	app = await startApp({ databaseUrl: url.href });
	before = await startFaultProxy(Number(new URL(app.url).port));
}, 400_000);
afterAll(async () => {
	await before.close();
	await app.stop();
	await behind.close();
	await database.close();
	await made.drop();
});

let shop: Shop;
let screens: Screen[];
let direct: { url: string; token: string };
let pid: number;
beforeEach(async () => {
	shop = await buildFaultShop(database, WRITERS);
	screens = await shop.open(SCREENS, `http://127.0.0.1:${before.port}`);
	direct = { url: app.url, token: shop.token };
	pid = app.pid();
	await expectConverged(screens, direct);
});
afterEach(() => {
	shop.close();
	expect(app.pid()).toBe(pid);
	expect(app.log()).not.toMatch(/"level":[56]0/);
});

/** Makes changes and waits until every board has the last of them. Returns the milliseconds. */
async function timeOfChange(): Promise<number> {
	const moving = startBurst({ ...direct, numbers: shop.numbers.slice(0, 1) });
	await moving.more(1);
	await moving.stop();
	return expectConverged(screens, direct);
}

test('[C1] the LISTEN connection is killed: changes come all the same', async () => {
	const took: number[] = [];
	for (let round = 0; round < ROUNDS * 3; round++) {
		const killed = await database.sql`
			select pg_terminate_backend(pid) from pg_stat_activity
			where application_name = 'benchboard-listen' and datname = current_database()`;
		expect(killed).toHaveLength(1);
		took.push(await timeOfChange());
		await vi.waitFor(async () => expect(await listeners()).toBe(1), WAIT);
	}
	console.log(
		`killed LISTEN ${took.length} times: changes came within ${Math.max(...took)} ms (target 2,000)`
	);
}, 200_000);

async function listeners(): Promise<number> {
	const rows = await database.sql`
		select pid from pg_stat_activity
		where application_name = 'benchboard-listen' and datname = current_database()`;
	return rows.length;
}

test('[C1] the LISTEN connection falls silent: changes come by the poll, and then over a new one', async () => {
	behind.inject({ kind: 'half-open' }, LISTENER);
	const took: number[] = [];
	for (let round = 0; round < ROUNDS * 2; round++) took.push(await timeOfChange());
	behind.mend();
	const isNew = () => expect(app.log()).toContain('listening on a new connection');
	await vi.waitFor(async () => {
		await timeOfChange();
		isNew();
	}, WAIT);
	console.log(
		`LISTEN silent: ${took.length} changes came within ${Math.max(...took)} ms (target 2,000), ` +
			`over a new connection within ${await timeOfChange()} ms`
	);
}, 200_000);

const FAULTS: Fault[] = [
	{ kind: 'drop' },
	{ kind: 'reset' },
	{ kind: 'half-open' },
	{ kind: 'delay', ms: 400 }
];

test.each(FAULTS)(
	'[C1] the network to the browsers: $kind, and all boards agree soon after',
	async (fault) => {
		const moving = startBurst({ ...direct, numbers: shop.numbers });
		const cut = before.injected();
		const took: number[] = [];
		for (let round = 0; round < (fault.kind === 'half-open' ? 1 : ROUNDS); round++) {
			before.inject(fault);
			await moving.more(MOVES);
			before.mend();
			took.push(await liveAgain());
			await moving.more(MOVES);
		}
		const acknowledged = await moving.stop();
		await expectConverged(screens, direct);
		await expectNothingLost(database.sql, shop.ana.shopId, acknowledged);
		expect(moving.failures).toEqual([]);
		console.log(
			`${fault.kind}: done to ${before.injected() - cut} connections of browsers, ${acknowledged.length} ` +
				`acknowledged moves, 0 lost, all boards live after ${took.join(', ')} ms`
		);
	},
	200_000
);

/** The milliseconds until every board is live again and has heard of a change that came after the fault. */
async function liveAgain(): Promise<number> {
	const begun = performance.now();
	const [shopRow] = await database.sql<{ version: string }[]>`
		select version from shops where id = ${shop.ana.shopId}`;
	await vi.waitFor(() => {
		for (const { core } of screens) {
			expect(core.connection).toBe('live');
			expect(core.version).toBeGreaterThanOrEqual(Number(shopRow!.version));
		}
	}, WAIT);
	return Math.round(performance.now() - begun);
}

/** A pool whose connections have all fallen silent is given up after twenty seconds: in the long form alone. */
const BEHIND = FAULTS.filter(({ kind }) => LONG || kind !== 'half-open');

test.each(BEHIND)(
	'[C2] the network to PostgreSQL: $kind, and no acknowledged move is lost',
	async (fault) => {
		const moving = startBurst({ ...direct, numbers: shop.numbers });
		const cut = behind.injected();
		const took: number[] = [];
		for (let round = 0; round < (fault.kind === 'half-open' ? 1 : ROUNDS); round++) {
			await moving.more(MOVES);
			const [failed, count] = [moving.failures.length, moving.count()];
			behind.inject(fault);
			await vi.waitFor(
				() => expect(moving.failures.length + moving.count()).toBeGreaterThan(failed + count),
				WAIT
			);
			behind.mend();
			const begun = performance.now();
			await moving.more(MOVES);
			took.push(Math.round(performance.now() - begun));
		}
		const acknowledged = await moving.stop();
		await expectConverged(screens, direct);
		await expectNothingLost(database.sql, shop.ana.shopId, acknowledged);
		console.log(
			`${fault.kind}: done to ${behind.injected() - cut} connections to PostgreSQL, ${acknowledged.length} acknowledged ` +
				`moves, 0 lost, ${moving.failures.length} requests were sent again; ${MOVES} moves more took ${took.join(', ')} ms`
		);
	},
	200_000
);
