import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Attachment } from '#lib/attachments/attachment.ts';
import type { ObjectStore } from '#lib/server/attachments/object-store.ts';
import { s3Store } from '#lib/server/attachments/s3-store.ts';
import { buildJob } from '#tests/support/factories.ts';
import { pdf, phonePhoto, PLACE } from '#tests/support/pictures.ts';
import { startS3, type TestS3 } from '#tests/support/s3.ts';
import { keysIn } from '#tests/support/stores.ts';
import { startApi, type ApiClient } from './api-client.ts';
import { answerOf, formOf, type UploadParts } from './upload-client.ts';

const LAUNCH = fileURLToPath(new URL('../../src/entry/launch.js', import.meta.url));

let s3: TestS3;
let store: ObjectStore;
let api: ApiClient;
let number: number;
beforeAll(async () => {
	s3 = await startS3();
	store = s3Store(s3.config);
	api = await startApi(s3.env);
	number = await buildJob(api.database.sql, api.ana);
}, 200_000);
afterAll(async () => {
	await api.stop();
	await s3.stop();
});

const headers = () => ({ authorization: `Bearer ${api.token}` });
const get = (address: string, more = {}) =>
	fetch(`${api.app.url}/api/v1/attachments/${address}`, { headers: { ...headers(), ...more } });
const upload = async (parts: UploadParts) => {
	const init = { method: 'POST', headers: headers(), body: formOf(parts) };
	return answerOf(await fetch(`${api.app.url}/api/v1/jobs/${number}/attachments`, init));
};
const idOf = (answer: { body: unknown }) => (answer.body as { attachment: Attachment }).attachment.id;

/** `npm run storage`, beside the running server. */
async function storage(...args: string[]): Promise<{ code: number; output: string }> {
	const child = spawn(process.execPath, [LAUNCH, 'storage', ...args], {
		env: { ...process.env, ...s3.env, DATABASE_URL: api.app.databaseUrl ?? '' },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	let output = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
	const [code] = (await once(child, 'close')) as [number];
	return { code, output };
}

test('[A3] files go through a bucket as through a folder', async () => {
	const id = idOf(await upload({ kind: 'inspiration', file: { name: 'a.jpg', bytes: await phonePhoto() } }));
	expect(await keysIn(store, `shops/${api.ana.shopId}/jobs/${number}/${id}`)).toHaveLength(3);
	const photo = await get(id);
	expect([photo.status, photo.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
	expect(Buffer.from(await photo.arrayBuffer()).includes(PLACE)).toBe(false);
	expect((await get(`${id}/thumbnail`)).headers.get('content-type')).toBe('image/webp');

	const drawing = idOf(await upload({ kind: 'drawing', file: { name: 'a.pdf', bytes: pdf(5000) } }));
	const part = await get(drawing, { range: 'bytes=-6' });
	expect([part.status, await part.text()]).toEqual([206, '%%EOF\n']);

	for (const one of [id, drawing]) expect((await api.call('DELETE', `/attachments/${one}`)).status).toBe(204);
	await expect.poll(() => keysIn(store, 'shops/')).toEqual([]);
});

test('[A6] the check finds what is wrong, mends what it can, and says so by its exit code', async () => {
	const id = idOf(await upload({ kind: 'inspiration', file: { name: 'a.jpg', bytes: await phonePhoto() } }));
	const key = `shops/${api.ana.shopId}/jobs/${number}/${id}`;
	expect(await storage('check')).toEqual({ code: 0, output: '1 files, 3 objects, 0 faults\n' });
	await store.remove(`${key}.thumbnail`);
	const found = await storage('check', '--json');
	expect([found.code, JSON.parse(found.output)]).toEqual([
		1,
		{
			files: 1,
			objects: 2,
			faults: [{ fault: expect.objectContaining({ kind: 'copy_missing' }) as object, isRepaired: false }]
		}
	]);
	expect(await storage('check', '--repair')).toMatchObject({ code: 0 });
	expect((await get(`${id}/thumbnail`)).status).toBe(200);
	expect((await storage('sweep')).code).toBe(1);
}, 60_000);

test('a bucket that is gone is said, and nothing is half-written', async () => {
	const id = idOf(await upload({ kind: 'drawing', file: { name: 'a.pdf', bytes: pdf() } }));
	await s3.stop();
	const before = await api.written();
	const refusal = { status: 503, code: 'storage.unavailable', retryAfter: 5 };
	const answer = await upload({ kind: 'drawing', file: { name: 'b.pdf', bytes: pdf() } });
	expect(answer).toMatchObject({ status: 503, type: 'application/problem+json', body: refusal });
	expect(answer.headers.get('retry-after')).toBe('5');
	expect(await (await get(id)).json()).toMatchObject(refusal);
	expect(await api.written()).toEqual(before);
	expect(api.errors()).toEqual([]);
	expect((await api.call('GET', '/board')).status).toBe(200);
});
