import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderStore } from './folder-store.ts';
import { objectKey, type ObjectStore } from './object-store.ts';
import { s3Store } from './s3-store.ts';

const key = objectKey('abc234', 7, 'xyz567', 'file');
const thumbnail = objectKey('abc234', 7, 'xyz567', 'thumbnail');

/** What every store does, whichever it is. */
function contract(open: () => ObjectStore) {
	it('gives back the bytes that it was given', async () => {
		const bytes = randomBytes(100_000);
		await open().put(key, bytes, 'image/png');
		expect(Buffer.from((await open().get(key)) ?? []).equals(bytes)).toBe(true);
	});

	it('replaces an object as a whole', async () => {
		await open().put(key, Buffer.from('a longer first text'), 'text/plain');
		await open().put(key, Buffer.from('short'), 'text/plain');
		expect(Buffer.from((await open().get(key)) ?? []).toString()).toBe('short');
	});

	it('says null of what it does not have', async () => {
		expect(await open().get(objectKey('abc234', 7, 'missing', 'file'))).toBeNull();
	});

	it('[A6] removes an object, twice without complaint, and leaves its neighbour', async () => {
		await open().put(key, Buffer.from('file'), 'text/plain');
		await open().put(thumbnail, Buffer.from('thumbnail'), 'text/plain');
		await open().remove(key);
		await open().remove(key);
		expect(await open().get(key)).toBeNull();
		expect(await open().get(thumbnail)).not.toBeNull();
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

	it('leaves no draft behind', async () => {
		await folderStore(folder).put(key, randomBytes(10), 'image/png');
		expect((await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.draft'))).toEqual(
			[]
		);
	});
});

describe('S3 store', () => {
	let folder = '';
	let server: S3rver;
	let store: ObjectStore;
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'benchboard-s3-'));
		server = new S3rver({
			port: 0,
			address: '127.0.0.1',
			silent: true,
			directory: folder,
			configureBuckets: [{ name: 'benchboard', configs: [] }]
		});
		const { port } = await server.run();
		store = s3Store({
			endpoint: `http://127.0.0.1:${port}`,
			region: 'us-east-1',
			bucket: 'benchboard',
			accessKeyId: 'S3RVER',
			secretAccessKey: 'S3RVER'
		});
	});
	afterAll(async () => {
		await server.close();
		await rm(folder, { recursive: true });
	});
	contract(() => store);
});
