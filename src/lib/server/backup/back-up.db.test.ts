import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { ObjectStore } from '#lib/server/attachments/object-store.ts';
import { removeAttachment } from '#lib/server/attachments/remove-attachment.ts';
import { sweepObjects } from '#lib/server/attachments/sweep-objects.ts';
import type { Deps } from '#lib/server/deps.ts';
import { backupPlace, savedRows, smallDisk, takeBackup } from '#tests/support/backups.ts';
import { onDatabase } from '#tests/support/everything.ts';
import { phonePhoto } from '#tests/support/pictures.ts';
import { createTestDatabase } from '#tests/support/postgres.ts';
import {
	attach,
	attachDocument,
	objectsOfShop,
	sweepInTheEnd,
	testStore
} from '#tests/support/test-files.ts';
import { testShop } from '#tests/support/test-shop.ts';

// A machine may be busy with something else: nothing here is about time.
vi.setConfig({ testTimeout: 120_000 });

const shop = testShop();
const files = testStore('folder');
const place = backupPlace();
let photo: Buffer;
let deps: Deps;
let names = 0;
let target: string;
beforeAll(async () => {
	photo = await phonePhoto();
});
beforeEach(() => {
	deps = { ...shop.deps, store: files.store };
	target = place(`backup-${++names}`);
});

const source = (store: ObjectStore | null = files.store) => ({ url: shop.url, store });
const savedObjects = () =>
	readdirSync(path.join(target, 'files'), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => path.relative(path.join(target, 'files'), path.join(parentPath, name)))
		.filter((key) => key.startsWith(`shops/${shop.ana.shopId}/`))
		.sort();

/** A store that stops at the first object, until it is told to go on. */
function pausing(store: ObjectStore): ObjectStore & { reached: Promise<void>; goOn: () => void } {
	let reach: () => void = () => undefined;
	let goOn: () => void = () => undefined;
	const reached = new Promise<void>((resolve) => (reach = resolve));
	const told = new Promise<void>((resolve) => (goOn = resolve));
	const get: ObjectStore['get'] = async (...object) => {
		reach();
		await told;
		return store.get(...object);
	};
	return { ...store, get, reached, goOn };
}

test('[B2] what people remove while a backup runs is in it, and leaves the store afterwards', async () => {
	const number = await shop.build();
	const { attachment } = await attach(deps, shop, number, { bytes: photo });
	const keys = await objectsOfShop(files.store, shop);
	const store = pausing(files.store);
	const backup = takeBackup(source(store), target);
	await store.reached;
	await removeAttachment(deps, shop.ana, attachment.id);
	expect(await sweepObjects(deps)).toBe(0);
	store.goOn();
	expect((await backup).manifest.files.missing).toEqual([]);
	expect(keys).toHaveLength(3);
	expect(savedObjects()).toEqual(keys);
	await sweepInTheEnd(deps);
	expect(await objectsOfShop(files.store, shop)).toEqual([]);
});

test('[B1] a file that comes after the rows were read is not in the backup, and neither is its row', async () => {
	const number = await shop.build();
	await attach(deps, shop, number);
	const keys = await objectsOfShop(files.store, shop);
	const store = pausing(files.store);
	const backup = takeBackup(source(store), target);
	await store.reached;
	const { attachment } = await attachDocument(deps, shop, number);
	store.goOn();
	await backup;
	expect(savedObjects()).toEqual(keys);
	expect(savedRows(target, 'attachments')).not.toContain(attachment.id);
});

test('[B8] what is on its way out of the store is no part of a backup', async () => {
	const { attachment } = await attach(deps, shop, await shop.build());
	await removeAttachment(deps, shop.ana, attachment.id);
	const { manifest } = await takeBackup(source(), target);
	expect(manifest.tables.map(({ name }) => name)).not.toContain('object_removals');
	expect(existsSync(path.join(target, 'files', 'shops', shop.ana.shopId))).toBe(false);
	await sweepInTheEnd(deps);
});

test('a second backup of a database that is being backed up is refused', async () => {
	await attach(deps, shop, await shop.build());
	const store = pausing(files.store);
	const backup = takeBackup(source(store), target);
	await store.reached;
	await expect(takeBackup(source(), `${target}-too`)).rejects.toThrow('Another backup');
	store.goOn();
	await backup;
	expect(existsSync(`${target}-too.unfinished`)).toBe(false);
});

test('a file that was lost before is named, and keeps no other from being saved', async () => {
	await attach(deps, shop, await shop.build());
	const [lost, ...rest] = await objectsOfShop(files.store, shop);
	await files.store.remove(lost!);
	const { manifest } = await takeBackup(source(), target);
	expect(manifest.files.missing).toContain(lost);
	expect(savedObjects()).toEqual(rest);
	await shop.sql`delete from attachments where shop_id = ${shop.ana.shopId}`;
});

test('without files it has the rows alone, and says so', async () => {
	await attach(deps, shop, await shop.build());
	const { manifest } = await takeBackup(source(null), target);
	expect(manifest.files).toEqual({ leftOut: true, count: 0, bytes: 0, missing: [] });
	expect(existsSync(path.join(target, 'files'))).toBe(false);
});

test('[B4] the sums are those of `sha256sum --check`, and the rows are CSV that tells nothing from empty', async () => {
	const title = 'say "hi", it’s\n\\N \\. — ✓\t';
	const number = await shop.build({ title, columns: { notes: '', location: null } });
	await attach(deps, shop, number);
	await takeBackup(source(), target);
	const checked = spawnSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: target });
	expect({ status: checked.status, errors: String(checked.stderr) }).toEqual({ status: 0, errors: '' });
	const parts = readdirSync(target, { recursive: true, withFileTypes: true }).filter((entry) =>
		entry.isFile()
	);
	expect(readFileSync(path.join(target, 'SHA256SUMS'), 'utf8').trim().split('\n')).toHaveLength(
		parts.length - 1
	);
	const jobs: Record<string, string>[] = parse(savedRows(target, 'jobs'), { columns: true });
	expect(jobs.find(({ shop_id }) => shop_id === shop.ana.shopId)).toMatchObject({
		title,
		number: String(number)
	});
	expect(savedRows(target, 'jobs')).toMatch(/,"",/);
});

test('[B3] a place that is taken, no folder or being written to is refused, and nothing is touched', async () => {
	mkdirSync(target);
	writeFileSync(path.join(target, 'kept'), 'kept');
	await expect(takeBackup(source(), target)).rejects.toThrow(`${target} is there already`);
	await expect(takeBackup(source(), path.join(target, 'kept'))).rejects.toThrow('is there already');
	const below = path.join(target, 'kept', 'one');
	await expect(takeBackup(source(), below)).rejects.toThrow(`${path.dirname(below)} is no folder`);
	mkdirSync(`${target}-next.unfinished`);
	await expect(takeBackup(source(), `${target}-next`)).rejects.toThrow(/another backup is being written/);
	expect(readdirSync(target)).toEqual(['kept']);
	expect(existsSync(`${target}-next.unfinished`)).toBe(true);
});

test('the folders above a backup are made where they are missing, and closed to others', async () => {
	await takeBackup(source(), path.join(target, 'nightly', 'one'));
	expect(existsSync(path.join(target, 'nightly', 'one', 'SHA256SUMS'))).toBe(true);
	expect(statSync(target).mode & 0o077).toBe(0);
});

test('[B3] a store that fails in the middle leaves nothing behind, and the sweepers go on', async () => {
	const { attachment } = await attach(deps, shop, await shop.build());
	const store = { ...files.store, get: () => Promise.reject(new Error('out of reach')) };
	await expect(takeBackup(source(store), target)).rejects.toThrow('out of reach');
	expect(existsSync(`${target}.unfinished`)).toBe(false);
	await removeAttachment(deps, shop.ana, attachment.id);
	await expect.poll(() => sweepObjects(deps), { timeout: 60_000 }).toBe(2);
});

test('[B2] a connection that is lost while files are copied ends the backup, which nobody holds for the sweepers', async () => {
	await attach(deps, shop, await shop.build());
	const store = pausing(files.store);
	const backup = takeBackup(source(store), target);
	await store.reached;
	await shop.sql`select pg_terminate_backend(pid) from pg_stat_activity
		where application_name = 'benchboard-backup' and datname = current_database()`;
	store.goOn();
	await expect(backup).rejects.toThrow(/connection to the database was lost|database went away/);
	expect(existsSync(`${target}.unfinished`)).toBe(false);
});

test('[B3] a disk without room is told of in one sentence, and nothing is left on it', async ({ skip }) => {
	const disk = smallDisk(target, 200_000);
	if (!disk) return skip('this machine lets nobody mount a disk');
	try {
		const number = await shop.build();
		await attach(deps, shop, number, { bytes: await phonePhoto(900, 700) });
		const backup = takeBackup(source(), path.join(target, 'one'));
		await expect(backup).rejects.toThrow(/^There is no room left on the disk of .*one\.unfinished\.$/);
		expect(readdirSync(target)).toEqual([]);
	} finally {
		disk.unmount();
	}
});

test('a database without a schema, or of a newer version, is not backed up', async () => {
	const empty = await createTestDatabase('template1');
	await expect(takeBackup({ ...source(), url: empty.url }, target)).rejects.toThrow('nothing to back up');
	await onDatabase(empty.url, (sql) => sql`create table stock (item text)`);
	await expect(takeBackup({ ...source(), url: empty.url }, target)).rejects.toThrow(/other tables/);
	await empty.drop();
	const newer = await createTestDatabase();
	await onDatabase(
		newer.url,
		(sql) => sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 9999999999999)`
	);
	await expect(takeBackup({ ...source(), url: newer.url }, target)).rejects.toThrow(/newer version/);
	await newer.drop();
	expect(existsSync(`${target}.unfinished`)).toBe(false);
});
