import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { connect, type DatabaseClient } from '#lib/server/db/client.ts';
import { destroyEmbedded } from '#lib/server/db/embedded/embedded.ts';
import { startApp, type RunningApp } from '#tests/support/app.ts';
import { expectNothingLost, startBurst, type Burst } from './burst.ts';
import { expectConverged, type Screen } from './screen.ts';
import { buildFaultShop, type Shop } from './shop.ts';

/** Kills of each kind, and acknowledged moves before each. */
const KILLS = process.env.BENCHBOARD_LONG ? 20 : 1;
const MOVES = process.env.BENCHBOARD_LONG ? 300 : 60;
const SCREENS = 6;
const WRITERS = 6;
const WAIT = { timeout: 90_000, interval: 20 };

let folder: string;
let dataDir: string;
let app: RunningApp;
beforeAll(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'kills-'));
	dataDir = path.join(folder, 'data');
	app = await startApp({ databaseUrl: null, env: { DATA_DIR: dataDir } });
}, 400_000);
afterAll(async () => {
	await app.stop();
	await destroyEmbedded(dataDir);
	rmSync(folder, { recursive: true });
});

let shop: Shop;
let screens: Screen[];
let moving: Burst;
beforeEach(async () => {
	await onDatabase(async (database) => {
		shop = await buildFaultShop(database, WRITERS);
		screens = await shop.open(SCREENS, app.url);
	});
	moving = startBurst({ url: app.url, token: shop.token, numbers: shop.numbers });
});
afterEach(() => shop.close());

/** The embedded database takes another port whenever the application starts. */
async function onDatabase(work: (database: DatabaseClient) => Promise<void>): Promise<void> {
	const { url } = JSON.parse(readFileSync(path.join(dataDir, 'connection.json'), 'utf8')) as { url: string };
	const database = connect(url, { max: 1, applicationName: 'fault test' });
	await work(database).finally(database.close);
}

function killDatabase(): void {
	const file = readFileSync(path.join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8');
	process.kill(Number(file.split('\n')[0]), 'SIGKILL');
}

async function expectSound(what: string): Promise<void> {
	await moving.more(MOVES);
	const acknowledged = await moving.stop();
	await expectConverged(screens, { url: app.url, token: shop.token });
	await onDatabase(({ sql }) => expectNothingLost(sql, shop.ana.shopId, acknowledged));
	expect(moving.failures.length).toBeGreaterThan(0);
	console.log(
		`killed ${what} ${KILLS} times in a burst: ${acknowledged.length} acknowledged moves, 0 lost; ` +
			`${moving.failures.length} requests were sent again; all boards equal`
	);
}

/** Kills the application, without waiting for anything that runs, and starts it again. */
async function restartApp(): Promise<void> {
	await app.kill('SIGKILL');
	await app.restart();
}

test('[C2] SIGKILL of the application in a burst loses no acknowledged move', async () => {
	for (let kill = 0; kill < KILLS; kill++) {
		await moving.more(MOVES);
		await restartApp();
	}
	await expectSound('the application');
}, 600_000);

test('[C2] SIGKILL of PostgreSQL in a burst loses no acknowledged move, and the application stays up', async () => {
	const pid = app.pid();
	for (let kill = 0; kill < KILLS; kill++) {
		await moving.more(MOVES);
		const failed = moving.failures.length;
		killDatabase();
		await vi.waitFor(() => expect(moving.failures.length).toBeGreaterThan(failed), WAIT);
	}
	await expectSound('PostgreSQL');
	expect(app.pid()).toBe(pid);
	expect(process.kill(pid, 0)).toBe(true);
}, 600_000);

test('[C2] SIGKILL of both in a burst loses no acknowledged move, and the database recovers at the next start', async () => {
	for (let kill = 0; kill < KILLS; kill++) {
		await moving.more(MOVES);
		killDatabase();
		await restartApp();
	}
	await expectSound('both');
}, 600_000);
