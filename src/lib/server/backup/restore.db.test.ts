import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { folderStore } from '#lib/server/attachments/folder-store.ts';
import { objectKey, type ObjectStore } from '#lib/server/attachments/object-store.ts';
import { checkStorage } from '#lib/server/attachments/check/check-storage.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { currentMigration, listMigrations } from '#lib/server/db/migrations.ts';
import { moveJob } from '#lib/server/jobs/move-job.ts';
import { setLogo } from '#lib/server/settings/set-logo.ts';
import { oldDatabase } from '#tests/contract/upgrade/old-database.ts';
import { backupPlace, forgePart, restoreBackup, smallDisk, takeBackup } from '#tests/support/backups.ts';
import { onDatabase, readEverything } from '#tests/support/everything.ts';
import { buildDisplay } from '#tests/support/factories.ts';
import { phonePhoto, png } from '#tests/support/pictures.ts';
import { createTestDatabase } from '#tests/support/postgres.ts';
import { keysIn, readObject } from '#tests/support/stores.ts';
import { attach, attachDocument, STORES, testStore } from '#tests/support/test-files.ts';
import { mutation, testShop } from '#tests/support/test-shop.ts';

// A machine may be busy with something else: nothing here is about time.
vi.setConfig({ testTimeout: 120_000 });

const shop = testShop();
const files = testStore('folder');
const place = backupPlace();
let target: { url: string; drop: () => Promise<void> };
let names = 0;
let folder: string;
beforeEach(async () => {
	folder = place(`backup-${++names}`);
	target = await createTestDatabase('template1');
});
afterEach(() => target.drop());

/** A database, read without what a backup leaves out. */
async function everythingBut(url: string, leftOut = 'object_removals') {
	const everything = await readEverything(url);
	everything.set(leftOut, []);
	return everything;
}

async function liveALittle(store: ObjectStore): Promise<void> {
	const deps = { ...shop.deps, store };
	const number = await shop.build({
		title: 'say "hi"\n\\N \\. — ✓\t',
		columns: { notes: '', location: null }
	});
	await attach(deps, shop, number, { bytes: await phonePhoto(), name: 'Ring “uno”.jpg' });
	await attachDocument(deps, shop, number);
	await setLogo(deps, shop.ana, await png(200, 100));
	await moveJob(deps, shop.ana, number, { ...mutation(), from: 'QN', to: 'CR' });
	await buildDisplay(shop.sql, shop.ana.shopId);
	// On its way into the store when the backup is taken.
	await shop.sql`insert into object_removals values (${shop.ana.shopId}, 'shops/a/jobs/1/b', now(), 0)`;
}

describe.each(STORES)('from and to a %s', (kind) => {
	const from = testStore(kind);
	const to = testStore(kind);
	afterEach(async () => {
		// The next store has none of these.
		await shop.sql`delete from attachments`;
		await shop.sql`update jobs set cover = null, images = 0, documents = 0`;
		await shop.sql`update shops set logo = null`;
	});

	test('[B1] [B7] what is restored is what was there, every row and every byte, and the triggers work', async () => {
		await liveALittle(from.store);
		await takeBackup({ url: shop.url, store: from.store }, folder);
		await restoreBackup(folder, { url: target.url, store: to.store });
		expect(await readEverything(target.url)).toEqual(await everythingBut(shop.url));
		const keys = await keysIn(from.store, 'shops/');
		expect(keys.length).toBeGreaterThanOrEqual(5);
		expect(await keysIn(to.store, 'shops/')).toEqual(keys);
		for (const key of keys)
			expect(await readObject(to.store, key)).toEqual(await readObject(from.store, key));
		await onDatabase(target.url, async (sql) => {
			const { faults } = await checkStorage({ sql, store: to.store, now: shop.clock.now }, { repair: false });
			expect(faults).toEqual([]);
			await expect(sql`delete from job_events`).rejects.toThrow('append-only');
			await sql`update jobs set title = 'Tiara' where shop_id = ${shop.ana.shopId}`;
			expect(await sql`select from job_words where word = 'tiara'`).toHaveLength(1);
		});
	});
});

describe('what a restore refuses, with nothing written', () => {
	const into = (url = target.url) => restoreBackup(folder, { url, store: files.store });
	beforeEach(async () => {
		await shop.build();
		await takeBackup({ url: shop.url, store: files.store }, folder);
	});

	test('[B6] a database that has rows', async () => {
		const before = await readEverything(shop.url);
		await expect(into(shop.url)).rejects.toThrow(/^The database is in use: .*set DATA_DIR to a new folder/);
		expect(await readEverything(shop.url)).toEqual(before);
	});

	test('[B6] a database of something else', async () => {
		await onDatabase(target.url, (sql) => sql`create table stock (item text)`);
		await expect(into()).rejects.toThrow('holds other tables than Benchboard’s (stock)');
		expect([...(await readEverything(target.url)).keys()]).toEqual(['stock']);
	});

	test('[B6] a database on which a server runs', async () => {
		const server = postgres(target.url, { max: 1, connection: { application_name: 'benchboard' } });
		await server`select 1`;
		await expect(into()).rejects.toThrow('A server runs on this database: stop it first');
		await server.end();
		expect((await readEverything(target.url)).size).toBe(0);
	});

	test.each(['files', 'rows'])(
		'[B6] a place that holds files of another installation, when the backup has %s',
		async (kind) => {
			await takeBackup({ url: shop.url, store: kind === 'files' ? files.store : null }, `${folder}-${kind}`);
			const to = folderStore(place(`others-${kind}`));
			const theirs = objectKey('another', 1, 'photo', 'file');
			await to.put(theirs, Buffer.from('theirs'), 'image/png');
			await expect(restoreBackup(`${folder}-${kind}`, { url: target.url, store: to })).rejects.toThrow(
				`the test holds files of a shop that the backup does not have (${theirs}). A backup goes into an empty place: set DATA_DIR`
			);
			expect(await keysIn(to, 'shops/')).toEqual([theirs]);
			expect((await readEverything(target.url)).size).toBe(0);
		}
	);

	test('[B7] rows that do not fit each other: why is said, and the same database takes a good backup', async () => {
		forgePart(folder, 'rows/shops.csv.gz', (text) => text.split('\n')[0]! + '\n');
		await expect(into()).rejects.toThrow(/^The database refused: .*violates foreign key/);
		expect((await readEverything(target.url)).size).toBe(0);
		await takeBackup({ url: shop.url, store: files.store }, `${folder}-good`);
		await restoreBackup(`${folder}-good`, { url: target.url, store: files.store });
		expect(await readEverything(target.url)).toEqual(await everythingBut(shop.url));
	});

	test('[B7] fewer rows than there were', async () => {
		forgePart(folder, 'rows/job_words.csv.gz', (text) => text.split('\n')[0]! + '\n');
		forgePart(folder, 'manifest.json', (text) =>
			text.replace(/("name": "job_words"[^}]*"rows": )\d+/, '$199')
		);
		await expect(into()).rejects.toThrow('job_words had 99 rows, and 0 were restored');
		expect((await readEverything(target.url)).size).toBe(0);
	});

	test('[B7] a table that its schema does not have', async () => {
		forgePart(folder, 'manifest.json', (text) => text.replace('"code_hash"', '"code_rash"'));
		await expect(into()).rejects.toThrow(
			/The backup has display_codes, which the schema .* does not have so/
		);
	});

	test('[B6] a disk without room for its files: the database stays empty', async ({ skip }) => {
		const small = place(`small-${names}`);
		const disk = smallDisk(small, 100_000);
		if (!disk) return skip('this machine lets nobody mount a disk');
		try {
			await attach({ ...shop.deps, store: files.store }, shop, await shop.build(), {
				bytes: await phonePhoto(900, 700)
			});
			await takeBackup({ url: shop.url, store: files.store }, `${folder}-large`);
			const full = restoreBackup(`${folder}-large`, { url: target.url, store: folderStore(small) });
			await expect(full).rejects.toThrow('There is no room left on the disk of the test.');
			expect((await readEverything(target.url)).size).toBe(0);
		} finally {
			disk.unmount();
		}
	});
});

test('[B5] without its broken files a backup is restored, every row and every other file, and the check names what is lost', async () => {
	const to = folderStore(place(`store-${names}`));
	const number = await shop.build();
	const deps = { ...shop.deps, store: files.store };
	const { attachment } = await attach(deps, shop, number, { bytes: await phonePhoto() });
	await attachDocument(deps, shop, number);
	await takeBackup({ url: shop.url, store: files.store }, folder);
	const lost = objectKey(shop.ana.shopId, number, attachment.id, 'file');
	writeFileSync(path.join(folder, 'files', lost), 'rotten');
	await restoreBackup(folder, { url: target.url, store: to });
	expect(await readEverything(target.url)).toEqual(await everythingBut(shop.url));
	const whole = await keysIn(files.store, 'shops/');
	expect(await keysIn(to, 'shops/')).toEqual(whole.filter((key) => key !== lost));
	await onDatabase(target.url, async (sql) => {
		const { faults } = await checkStorage({ sql, store: to, now: shop.clock.now }, { repair: false });
		expect(faults).toMatchObject([{ fault: { kind: 'file_missing', number, key: lost } }]);
	});
});

test('[B6] files of the same shops may be there already, those that came after the backup too', async () => {
	const number = await shop.build();
	const deps = { ...shop.deps, store: files.store };
	await attachDocument(deps, shop, number);
	await takeBackup({ url: shop.url, store: files.store }, folder);
	await attachDocument(deps, shop, number);
	const keys = await keysIn(files.store, 'shops/');
	await restoreBackup(folder, { url: target.url, store: files.store });
	expect(await keysIn(files.store, 'shops/')).toEqual(keys);
});

test('[B6] a database that was only looked at, migrated and without a row, takes a backup', async () => {
	await migrate(target.url);
	await onDatabase(target.url, (sql) => sql`insert into display_codes values ('code', 'token', now())`);
	await shop.build();
	await takeBackup({ url: shop.url, store: null }, folder);
	await restoreBackup(folder, { url: target.url, store: files.store });
	expect(await readEverything(target.url)).toEqual(await everythingBut(shop.url));
});

describe('[B7] a backup of an older schema', () => {
	const steps = listMigrations();
	test.each([steps[0]!, steps[3]!])('of $tag is brought to the newest', async (step) => {
		const old = await oldDatabase(step);
		const none = mkdtempSync(path.join(tmpdir(), 'benchboard-none-'));
		const { manifest } = await takeBackup({ url: old.url, store: folderStore(none) }, folder);
		expect(manifest.migration).toEqual(step);
		expect(manifest.files.missing.length).toBeGreaterThanOrEqual(2);
		await restoreBackup(folder, { url: target.url, store: folderStore(none) });
		await migrate(old.url);
		expect(await readEverything(target.url)).toEqual(await everythingBut(old.url));
		expect(await onDatabase(target.url, currentMigration)).toEqual(steps.at(-1));
		await old.drop();
		rmSync(none, { recursive: true });
	});
});
