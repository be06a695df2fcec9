import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderStore } from '#lib/server/attachments/folder-store.ts';
import { objectKey, type ObjectStore } from '#lib/server/attachments/object-store.ts';
import { newId } from '#lib/server/ids.ts';
import { buildJob, buildPerson, buildShop, type Person } from '#tests/support/factories.ts';
import { startApi, type ApiClient } from './api-client.ts';

let api: ApiClient;
let store: ObjectStore;
let dataDir: string;
beforeAll(async () => {
	dataDir = mkdtempSync(path.join(tmpdir(), 'attachments-'));
	store = folderStore(path.join(dataDir, 'files'));
	api = await startApi({ DATA_DIR: dataDir });
}, 200_000);
afterAll(async () => {
	await api.stop();
	rmSync(dataDir, { recursive: true });
});

const FILE = '<script>the drawing</script>';
const THUMBNAIL = 'the small picture';
const NOT_FOUND = { status: 404, code: 'attachment.not_found', detail: 'There is no such file.' };
const PARTS = ['', '/thumbnail'] as const;

/** A drawing of a new job, as it was uploaded. */
async function attach(by: Person): Promise<{ id: string; jobNumber: number }> {
	const jobNumber = await buildJob(api.database.sql, by);
	const id = newId();
	await api.database.sql`
		insert into attachments (shop_id, id, job_number, kind, file_name, content_type, bytes, created_at)
		values (${by.shopId}, ${id}, ${jobNumber}, 'drawing', 'dräwing.svg', 'image/svg+xml', ${FILE.length}, now())`;
	const put = (part: 'file' | 'thumbnail', text: string) =>
		store.put(objectKey(by.shopId, jobNumber, id, part), Buffer.from(text), 'image/svg+xml');
	await put('file', FILE);
	await put('thumbnail', THUMBNAIL);
	return { id, jobNumber };
}

function fetchFile(address: string, headers: Record<string, string> = {}, token: string | null = api.token) {
	const signedIn = token && { authorization: `Bearer ${token}` };
	return fetch(`${api.app.url}/api/v1/attachments/${address}`, { headers: { ...signedIn, ...headers } });
}

async function expectNotFound(address: string, token?: string | null): Promise<void> {
	const response = await fetchFile(address, {}, token);
	expect(await response.json(), address).toMatchObject(NOT_FOUND);
	expect(response.status).toBe(404);
	expect(response.headers.get('content-type')).toBe('application/problem+json');
	expect(response.headers.get('www-authenticate')).toBeNull();
}

async function strangersToken(): Promise<string> {
	return api.signIn(await buildPerson(api.database.sql, await buildShop(api.database.sql)));
}

describe('[A3] a file', () => {
	test('and its thumbnail are two answers', async () => {
		const { id } = await attach(api.ana);
		const [file, thumbnail] = [await fetchFile(id), await fetchFile(`${id}/thumbnail`)];
		expect([file.status, await file.text()]).toEqual([200, FILE]);
		expect([thumbnail.status, await thumbnail.text()]).toEqual([200, THUMBNAIL]);
		expect(file.headers.get('content-type')).toBe('image/svg+xml');
		expect(thumbnail.headers.get('content-type')).toBe('image/webp');
		expect(file.headers.get('etag')).not.toBe(thumbnail.headers.get('etag'));
	});

	test.each(PARTS)('can run nothing, and is kept by nobody else: %s', async (part) => {
		const { id } = await attach(api.ana);
		const { headers } = await fetchFile(id + part);
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
		expect(headers.get('cache-control')).toBe('private, no-cache');
		expect(headers.get('content-disposition')).toBe(
			`inline; filename="drawing.svg"; filename*=UTF-8''dr%C3%A4wing.svg`
		);
	});

	test('opens with the cookie as with the token', async () => {
		const { id } = await attach(api.ana);
		const { status } = await fetchFile(id, { cookie: `benchboard_session=${api.token}` }, null);
		expect(status).toBe(200);
	});
});

describe('[A3] there is no such file', () => {
	test.each(PARTS)('for another shop: %s', async (part) => {
		const { id } = await attach(api.ana);
		await expectNotFound(id + part, await strangersToken());
	});

	test.each(PARTS)('for whoever is not signed in, or not any more: %s', async (part) => {
		const { id } = await attach(api.ana);
		await expectNotFound(id + part, null);
		await expectNotFound(id + part, 'x'.repeat(40));
		await expectNotFound(newId() + part, null);
	});

	test.each(['guessed', 'abcdefghijklmnop', '%00', 'a%00', '..%2f..', "1'--", 'x'.repeat(41)])(
		'under %s',
		async (id) => {
			for (const part of PARTS) {
				await expectNotFound(id + part);
				await expectNotFound(id + part, null);
			}
		}
	);

	test('where the store has lost it', async () => {
		const { id, jobNumber } = await attach(api.ana);
		await store.remove(objectKey(api.ana.shopId, jobNumber, id, 'file'));
		await expectNotFound(id);
	});
});

describe('a file that the browser has', () => {
	test.each(PARTS)('is not sent again, nor read: %s', async (part) => {
		const { id, jobNumber } = await attach(api.ana);
		const etag = (await fetchFile(id + part)).headers.get('etag') ?? '';
		await store.remove(objectKey(api.ana.shopId, jobNumber, id, part ? 'thumbnail' : 'file'));
		for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
			const response = await fetchFile(id + part, { 'if-none-match': known });
			expect([response.status, await response.text()]).toEqual([304, '']);
			expect(response.headers.get('cache-control')).toBe('private, no-cache');
			expect(response.headers.get('etag')).toBe(etag);
		}
	});

	test('is not confirmed to anybody else', async () => {
		const { id } = await attach(api.ana);
		const known = { 'if-none-match': (await fetchFile(id)).headers.get('etag') ?? '' };
		for (const token of [null, await strangersToken()])
			expect((await fetchFile(id, known, token)).status).toBe(404);
	});

	test('is not confirmed once it is removed', async () => {
		const { id } = await attach(api.ana);
		const known = { 'if-none-match': (await fetchFile(id)).headers.get('etag') ?? '' };
		await api.database.sql`delete from attachments where id = ${id}`;
		expect((await fetchFile(id, known)).status).toBe(404);
	});
});

test('none of this is a fault of ours', () => {
	expect(api.errors()).toEqual([]);
});
