import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { BoardSnapshot } from '#lib/board/board.ts';
import { folderStore } from '#lib/server/attachments/folder-store.ts';
import type { Manifest } from '#lib/server/backup/backup-format.ts';
import { connect, type DatabaseClient } from '#lib/server/db/client.ts';
import { destroyEmbedded } from '#lib/server/db/embedded/embedded.ts';
import { seeded } from '#lib/server/demo/random.ts';
import { createShop } from '#lib/server/people/create-shop.ts';
import { startApp, type RunningApp } from '#tests/support/app.ts';
import { readEverything } from '#tests/support/everything.ts';
import { buildContact, buildJob, type Person } from '#tests/support/factories.ts';
import { noise } from '#tests/support/pictures.ts';
import { runCommand, type Ended } from '#tests/support/run-command.ts';
import { keysIn } from '#tests/support/stores.ts';
import { ask } from '#tests/contract/api-client.ts';
import { hashOf, startBusiness, type BusyShop } from './busy-shop.ts';
import { callWitness, rowsAsOf } from './witness.ts';

/** The long form takes one backup after the other. */
const ROUNDS = process.env.BENCHBOARD_LONG ? 12 : 1;
const SIGN_IN = { email: 'elena@example.test', password: 'bench-and-loupe' };

// A machine may be busy with something else: nothing here is about time.
vi.setConfig({ testTimeout: 240_000 });

let folder: string;
let app: RunningApp;
let database: DatabaseClient;
let shop: BusyShop;
let jobs: number[];
const at = (name: string) => path.join(folder, name);
const onDataOf = (name: string) => ({ DATA_DIR: at(name), DATABASE_URL: '' });
const run = (args: string[], dataOf: string) => runCommand(args, folder, onDataOf(dataOf));
const addressIn = (data: string) =>
	(JSON.parse(readFileSync(path.join(at(data), 'connection.json'), 'utf8')) as { url: string }).url;

beforeAll(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'backup-'));
	app = await startApp({ databaseUrl: null, env: { ...onDataOf('data'), ORIGIN: undefined } });
	database = connect(addressIn('data'), { max: 2, applicationName: 'test' });
	const { sql, db } = database;
	const made = await createShop(db, { ...SIGN_IN, name: 'Marchetti', timeZone: 'Europe/Rome' });
	const elena: Person = {
		kind: 'person',
		shopId: made.shopId,
		id: made.personId,
		name: 'Elena',
		role: 'admin'
	};
	await sql`update shops set version = 1`;
	jobs = [];
	for (let count = 0; count < 30; count++) jobs.push(await buildJob(sql, elena));
	const random = seeded(7);
	shop = {
		url: app.url,
		token: await signIn(app.url),
		store: folderStore(path.join(at('data'), 'files')),
		vendorId: await buildContact(sql, made.shopId, { name: 'Castwell', roles: ['vendor'] }),
		customerId: await buildContact(sql, made.shopId, { phone: '+1 555 0100' }),
		random,
		photo: () =>
			noise(80 + random.below(80), 60)
				.jpeg()
				.withMetadata()
				.toBuffer()
	};
	await callWitness(sql);
}, 200_000);
afterAll(async () => {
	await database.close();
	await app.stop();
	for (const name of readdirSync(folder).filter((each) => existsSync(at(`${each}/postgres`))))
		await destroyEmbedded(at(name));
	rmSync(folder, { recursive: true });
});

async function signIn(url: string): Promise<string> {
	const { status, body } = await ask(`${url}/api/v1/session`, 'POST', { body: SIGN_IN });
	expect(status).toBe(200);
	return String(body.token);
}

test.each(Array.from({ length: ROUNDS }, (_, round) => round))(
	'[B1] a backup that is taken while a shop works is restored as it was at its moment, row by row and byte by byte (%i)',
	async (round) => {
		const [name, restored] = [`backup-${round}`, `restored-${round}`];
		const { taken, seen } = await backUpDuringBusiness(name);
		expect(taken).toMatchObject({ code: 0, errors: '' });
		expect(taken.out).toMatch(
			/^Backed up 1 shop: [\d,]+ rows \([\d.]+ MB\) and \d+ files .* in [\d.]+ s, peak memory \d+ MB\n$/
		);

		const back = await run(['restore', name], restored);
		expect(back).toMatchObject({ code: 0, errors: '' });
		expect(back.out).toMatch(/^Restored 1 shop: /);
		const again = await startApp({ databaseUrl: null, env: { ...onDataOf(restored), ORIGIN: undefined } });
		try {
			const manifest = JSON.parse(readFileSync(at(`${name}/manifest.json`), 'utf8')) as Manifest;
			const [found, expected] = [
				await readEverything(addressIn(restored)),
				await rowsAsOf(database.sql, manifest.snapshot)
			];
			expected.delete('object_removals');
			for (const [table, rows] of found) expect(rows, table).toEqual(expected.get(table) ?? []);
			expect([...expected.keys()].filter((table) => !found.has(table))).toEqual([]);
			await expectFiles(restored, found.get('attachments') ?? [], seen);
			await expectBoard(again.url, found.get('jobs') ?? []);
		} finally {
			await again.stop();
		}
	}
);

/** The shop works from before the backup's begin to after its end. */
async function backUpDuringBusiness(name: string): Promise<{ taken: Ended; seen: Map<string, string> }> {
	const { done, seen, end } = await startBusiness(shop, jobs);
	const total = () => Object.values(done).reduce((sum, count) => sum + count);
	try {
		await expect.poll(() => Math.min(...Object.values(done)), { timeout: 60_000 }).toBeGreaterThan(4);
		const before = total();
		const taken = await run(['backup', name], 'data');
		expect(total()).toBeGreaterThan(before);
		return { taken, seen };
	} finally {
		await end();
	}
}

async function expectFiles(
	restored: string,
	rows: Record<string, unknown>[],
	seen: Map<string, string>
): Promise<void> {
	const store = folderStore(path.join(at(restored), 'files'));
	const keys = await keysIn(store, 'shops/');
	const expected = rows.flatMap(({ shop_id, job_number, id, cleaned }) =>
		['', '.thumbnail', ...(cleaned ? ['.cleaned'] : [])].map(
			(part) => `shops/${String(shop_id)}/jobs/${String(job_number)}/${String(id)}${part}`
		)
	);
	expect(expected.length).toBeGreaterThan(0);
	expect(keys).toEqual(expected.sort());
	for (const key of keys)
		expect(await hashOf(store, key), key).toBe(seen.get(key) ?? (await hashOf(shop.store, key)));
}

async function expectBoard(url: string, rows: Record<string, unknown>[]): Promise<void> {
	const { body } = await ask(`${url}/api/v1/board`, 'GET', { token: await signIn(url) });
	const { cards } = body as unknown as BoardSnapshot;
	const places = cards.map(({ number, status }) => `${number} ${status}`);
	expect(places.sort()).toEqual(
		rows.map(({ number, status }) => `${String(number)} ${String(status)}`).sort()
	);
}

describe('the commands', () => {
	test.each<[string[], string, RegExp]>([
		[['backup'], 'data', /^Which folder\?\nUsage/],
		[['backup', 'a'], 'nowhere', /^There is no database in .*nowhere\. Set DATA_DIR/],
		[['backup', 'data'], 'data', /data is there already: nothing is overwritten/],
		[['restore', 'data'], 'nowhere', /data is no backup, or only a part of one/],
		[['restore', 'backup-0'], 'data', /^Benchboard already runs on .*data \(process \d+\)/],
		[['restore', 'backup-0'], 'restored-0', /^The database is in use: /]
	])('%j on %s is refused in a sentence', async (args, data, words) => {
		const { code, out, errors } = await run(args, data);
		expect({ code, out }).toEqual({ code: 1, out: '' });
		expect(errors).toMatch(words);
		expect(errors).not.toMatch(/\n\s+at /);
		expect(existsSync(at('nowhere'))).toBe(false);
	});

	test('a backup of an installation without a shop is taken, in folders that it makes, and warned of', async () => {
		expect(await run(['storage', 'check'], 'empty')).toMatchObject({ code: 0 });
		const { code, out, errors } = await run(['backup', 'nightly/here/1'], 'empty');
		expect({ code, errors }).toEqual({
			code: 0,
			errors: expect.stringMatching(/^There is no shop in .*\n$/)
		});
		expect(out).toMatch(/^Backed up 0 shops: /);
		expect(existsSync(at('nightly/here/1/SHA256SUMS'))).toBe(true);
	});

	test('[B5] one rotten file is named, and is all that is lost where somebody says so', async () => {
		cpSync(at('backup-0'), at('rotten'), { recursive: true });
		const [name] = /files\/.*$/m.exec(readFileSync(at('rotten/SHA256SUMS'), 'utf8'))!;
		writeFileSync(at(`rotten/${name}`), 'rotten');
		for (const args of [
			['restore', 'rotten'],
			['restore', 'rotten', '--check']
		]) {
			const { code, errors } = await run(args, 'nowhere');
			expect({ code, errors }).toEqual({
				code: 1,
				errors: expect.stringContaining(`${name} is not as it was`)
			});
			expect(existsSync(at('nowhere'))).toBe(false);
		}
		const { code, out, errors } = await run(['restore', 'rotten', '--without-broken-files'], 'restored-rest');
		expect({ code, errors }).toEqual({
			code: 0,
			errors: expect.stringMatching(new RegExp(`^Left out: job \\d+, ${name} is not as it was written\\.\n$`))
		});
		expect(out).toMatch(/^Restored all but 1 broken file of 1 shop: /);
		const told = await run(['storage', 'check'], 'restored-rest');
		expect(told).toMatchObject({ code: 1, out: expect.stringContaining(name.slice('files/'.length)) });
	});

	test('[B6] a data folder with the files of another installation is refused, and its files stay alone', async () => {
		const store = folderStore(at('others/files'));
		await store.put('shops/another/jobs/1/photo', Buffer.from('theirs'), 'image/png');
		const { code, errors } = await run(['restore', 'backup-0'], 'others');
		expect({ code, errors }).toEqual({
			code: 1,
			errors: expect.stringContaining(`${at('others')} holds files of a shop that the backup does not have (`)
		});
		expect(await keysIn(store, 'shops/')).toEqual(['shops/another/jobs/1/photo']);
	});

	test('[B5] --check looks at a backup and needs no installation', async () => {
		const { code, out } = await run(['restore', 'backup-0', '--check'], 'nowhere');
		expect(code).toBe(0);
		expect(out).toMatch(/^The backup is sound: 1 shop: /);
		expect(existsSync(at('nowhere'))).toBe(false);
	});
});
