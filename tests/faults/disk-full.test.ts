import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { checkStorage } from '#lib/server/attachments/check/check-storage.ts';
import { openStore } from '#lib/server/attachments/open-store.ts';
import { connect, type DatabaseClient } from '#lib/server/db/client.ts';
import { destroyEmbedded } from '#lib/server/db/embedded/embedded.ts';
import { startApp, type RunningApp } from '#tests/support/app.ts';
import { mutation } from '#tests/support/test-shop.ts';
import { phonePhoto } from '#tests/support/pictures.ts';
import { mountSmallDisk, type SmallDisk } from '#tests/support/small-disk.ts';
import { fetchAs } from './ask.ts';
import { expectNothingLost, startBurst } from './burst.ts';
import { expectConverged } from './screen.ts';
import { buildFaultShop } from './shop.ts';

/** MiB: the database, its log of changes, and room for a while; and the files of jobs. */
const SIZE = { database: 192, files: 16 };
const WAIT = { timeout: 60_000, interval: 50 };

let disk: SmallDisk | null;
let filesDisk: SmallDisk | null;
let dataDir: string;
let app: RunningApp;
let database: DatabaseClient;
beforeAll(async () => {
	disk = mountSmallDisk(SIZE.database);
	if (!disk) return;
	dataDir = path.join(disk.folder, 'data');
	filesDisk = mountSmallDisk(SIZE.files, path.join(dataDir, 'files'));
	app = await startApp({ databaseUrl: null, env: { DATA_DIR: dataDir } });
	const { url } = JSON.parse(readFileSync(path.join(dataDir, 'connection.json'), 'utf8')) as { url: string };
	database = connect(url, { max: 1, applicationName: 'fault test' });
}, 400_000);
afterAll(async () => {
	if (!disk) return;
	await database.close();
	await app.stop();
	filesDisk?.unmount();
	await destroyEmbedded(dataDir);
	disk.unmount();
});

test('[A6] [C2] a full disk is told as 503, leaves nothing half-written, and is over once there is room', async ({
	skip
}) => {
	if (!disk || !filesDisk) return skip();
	const shop = await buildFaultShop(database, 4);
	const [number = 0] = shop.numbers;
	const screens = await shop.open(2, app.url);
	const ask = fetchAs(app.url, shop.token);
	const pid = app.pid();
	const moving = startBurst({ url: app.url, token: shop.token, numbers: shop.numbers.slice(1) });
	await moving.more(50);

	filesDisk.fill();
	expect(await upload(ask, number)).toMatchObject(unavailable('storage'));
	expect(moving.failures).toEqual([]);
	filesDisk.free();
	disk.fill();
	// The segment of the write-ahead log that is open has room; the next one has none.
	await database.sql`select pg_switch_wal()`.catch(() => undefined);
	await vi.waitFor(() => expect(moving.failures).toContain('service.unavailable'), WAIT);
	expect(await move(ask, number)).toMatchObject(unavailable('service'));
	expect(await upload(ask, number)).toMatchObject(unavailable('service'));

	disk.free();
	const begun = performance.now();
	await moving.more(50);
	const took = Math.round(performance.now() - begun);
	const acknowledged = await moving.stop();
	expect(await upload(ask, number)).toMatchObject({ status: 201 });
	expect(app.pid()).toBe(pid);
	await expectConverged(screens, { url: app.url, token: shop.token });
	await expectSound(shop.ana.shopId, number);
	await expectNothingLost(database.sql, shop.ana.shopId, acknowledged);
	shop.close();
	console.log(
		`a full disk: ${acknowledged.length} acknowledged moves, 0 lost, ${moving.failures.length} refused ` +
			`(${[...new Set(moving.failures)].join(', ')}); 50 moves ${took} ms after there was room, no restart`
	);
}, 300_000);

const unavailable = (what: 'storage' | 'service') => ({
	status: 503,
	body: { code: `${what}.unavailable`, retryAfter: 5 }
});

async function move(ask: typeof fetch, number: number): Promise<{ status: number; body: unknown }> {
	const response = await ask(`/api/v1/jobs/${number}/moves`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ ...mutation(), from: 'QN', to: 'CR' })
	});
	return { status: response.status, body: await response.json() };
}

async function upload(ask: typeof fetch, number: number): Promise<{ status: number; body: unknown }> {
	const form = new FormData();
	form.set('kind', 'inspiration');
	form.set('file', new File([new Uint8Array(await phonePhoto())], 'ring.jpg'));
	const response = await ask(`/api/v1/jobs/${number}/attachments`, { method: 'POST', body: form });
	return { status: response.status, body: await response.json() };
}

/** One file, of the upload that was taken: no row without a file, no draft, no card that counts another. */
async function expectSound(shopId: string, number: number): Promise<void> {
	const store = openStore({ s3: null, dataDir });
	const now = () => new Date().toISOString();
	const { files, faults } = await checkStorage({ ...database, store, now }, { repair: false });
	expect({ files, faults }).toEqual({ files: 1, faults: [] });
	expect(readdirSync(path.join(dataDir, 'files', 'drafts'))).toEqual([]);
	const [job] = await database.sql`
		select images, status from jobs where shop_id = ${shopId} and number = ${number}`;
	expect(job).toEqual({ images: 1, status: 'QN' });
}
