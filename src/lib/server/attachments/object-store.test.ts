import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startS3, type TestS3 } from '#tests/support/s3.ts';
import { keysIn, readObject } from '#tests/support/stores.ts';
import { folderStore } from './folder-store.ts';
import { objectKey, type ObjectStore } from './object-store.ts';
import { s3Store } from './s3-store.ts';

const key = objectKey('abc234', 7, 'xyz567', 'file');
const thumbnail = objectKey('abc234', 7, 'xyz567', 'thumbnail');
const BEFORE = new Date(Date.now() - 3_600_000).toISOString();

/** What every store does, whichever it is. */
function contract(open: () => ObjectStore) {
	it('gives back the bytes that it was given, and says how many they are', async () => {
		const bytes = randomBytes(100_000);
		await open().put(key, bytes, 'image/png');
		expect((await readObject(open(), key))?.equals(bytes)).toBe(true);
		expect(await open().size(key)).toBe(100_000);
		expect((await open().get(key))?.size).toBe(100_000);
	});

	it.each([
		['at its beginning', 0, 9],
		['of one byte', 50, 50],
		['at its end', 990, 999]
	])('gives a part of an object %s', async (_, first, last) => {
		const bytes = randomBytes(1000);
		await open().put(key, bytes, 'image/png');
		const part = await readObject(open(), key, { first, last });
		expect(part?.equals(bytes.subarray(first, last + 1))).toBe(true);
		const found = await open().get(key, { first, last });
		expect(found?.size).toBe(last - first + 1);
		await found?.body.cancel();
	});

	it('replaces an object as a whole', async () => {
		await open().put(key, Buffer.from('a longer first text'), 'text/plain');
		await open().put(key, Buffer.from('short'), 'text/plain');
		expect((await readObject(open(), key))?.toString()).toBe('short');
	});

	it('says null of what it does not have', async () => {
		const missing = objectKey('abc234', 7, 'missing', 'file');
		expect(await open().get(missing)).toBeNull();
		expect(await open().get(missing, { first: 0, last: 5 })).toBeNull();
		expect(await open().size(missing)).toBeNull();
	});

	it('[A6] removes an object, twice without complaint, and leaves its neighbour', async () => {
		await open().put(key, Buffer.from('file'), 'text/plain');
		await open().put(thumbnail, Buffer.from('thumbnail'), 'text/plain');
		await open().remove(key);
		await open().remove(key);
		expect(await open().get(key)).toBeNull();
		expect((await readObject(open(), thumbnail))?.toString()).toBe('thumbnail');
	});

	it('lists what begins so, with its size and age, and nothing else', async () => {
		const keys = [12, 1, 2].map((number) => objectKey('list2', number, 'xyz', 'file'));
		for (const one of keys) await open().put(one, randomBytes(10), 'image/png');
		await open().put(objectKey('list3', 1, 'xyz', 'file'), randomBytes(10), 'image/png');
		expect((await keysIn(open(), 'shops/list2/')).sort()).toEqual([...keys].sort());
		expect(await keysIn(open(), 'shops/list2/jobs/2/')).toEqual([keys[2]]);
		expect(await keysIn(open(), 'shops/nobody/')).toEqual([]);
		expect((await keysIn(open(), 'shops/')).length).toBeGreaterThan(3);
		for await (const object of open().list('shops/list2/jobs/1/')) {
			expect(object).toMatchObject({ key: keys[1], bytes: 10 });
			expect(Math.abs(Date.parse(object.changedAt) - Date.now())).toBeLessThan(60_000);
		}
	});

	it('can be checked, which leaves nothing', async () => {
		const before = await keysIn(open(), '');
		await open().check();
		expect(await keysIn(open(), '')).toEqual(before);
	});

	it('keeps what is whole when it throws away what is not', async () => {
		await open().put(key, Buffer.from('whole'), 'text/plain');
		await open().tidy(new Date(Date.now() + 3_600_000).toISOString());
		expect((await readObject(open(), key))?.toString()).toBe('whole');
	});

	it('[A3] refuses keys that leave the shop’s folder', async () => {
		for (const bad of [
			'../../etc/passwd',
			'shops/a/jobs/1/../../../b',
			'/shops/a/jobs/1/x',
			'shops/a/jobs/1/x/y',
			''
		]) {
			await expect(async () => open().get(bad), bad).rejects.toThrow('Not an object key');
			await expect(async () => open().remove(bad), bad).rejects.toThrow('Not an object key');
		}
	});
}

describe('folder store', () => {
	let folder = '';
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'benchboard-files-'));
	});
	afterAll(() => rm(folder, { recursive: true }));
	contract(() => folderStore(folder));

	it('leaves no draft behind, whether there is room or not', async () => {
		await folderStore(folder).put(key, randomBytes(10), 'image/png');
		const tooMuch = { byteLength: 10 } as unknown as Uint8Array;
		await expect(folderStore(folder).put(key, tooMuch, 'image/png')).rejects.toThrow();
		expect(await readdir(join(folder, 'drafts'))).toEqual([]);
	});

	it('[A6] throws drafts of a crash away, and none that is being written', async () => {
		const [old, young] = [join(folder, 'drafts', 'old'), join(folder, 'drafts', 'young')];
		await writeFile(old, 'half');
		await writeFile(young, 'half');
		await utimes(old, 0, 0);
		await folderStore(folder).tidy(BEFORE);
		expect(await readdir(join(folder, 'drafts'))).toEqual(['young']);
		await rm(young);
	});
});

describe('S3 store', () => {
	let s3: TestS3;
	let store: ObjectStore;
	beforeAll(async () => {
		s3 = await startS3();
		store = s3Store(s3.config);
	});
	afterAll(() => s3.stop());
	contract(() => store);
});
