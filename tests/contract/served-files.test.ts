import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Attachment } from '#lib/attachments/attachment.ts';
import { buildJob } from '#tests/support/factories.ts';
import { noise, pdf, phonePhoto, PLACE } from '#tests/support/pictures.ts';
import { startUploadApi, type UploadApi } from './upload-client.ts';

let it: UploadApi;
let number: number;
beforeAll(async () => {
	it = await startUploadApi();
}, 200_000);
afterAll(() => it.stop());
beforeEach(async () => {
	number = await buildJob(it.api.database.sql, it.api.ana);
});

const KIND = { kind: 'inspiration' };
const attachmentOf = (answer: { body: unknown }) => (answer.body as { attachment: Attachment }).attachment;

describe('[A5] where a picture was taken', () => {
	test('is in no byte that is served; the picture is upright', async () => {
		const original = await phonePhoto();
		const answer = await it.upload(number, { ...KIND, file: { name: 'a.jpg', bytes: original } });
		const { id, width, height, bytes } = attachmentOf(answer);
		expect({ width, height, bytes }).toEqual({ width: 80, height: 120, bytes: original.length });
		for (const [address, init] of [
			['', {}],
			['', { headers: { range: 'bytes=0-' } }],
			['/thumbnail', {}]
		] as const) {
			const response = await it.fetch(`/attachments/${id}${address}`, init);
			const served = Buffer.from(await response.arrayBuffer());
			expect(Number(response.headers.get('content-length'))).toBe(served.length);
			expect(served.includes(PLACE) || served.includes('Exif')).toBe(false);
		}
	});

	test('a picture that says nothing is served as it was sent', async () => {
		const bytes = await noise().jpeg().toBuffer();
		const { id } = attachmentOf(await it.upload(number, { ...KIND, file: { name: 'a.jpg', bytes } }));
		const served = await it.fetch(`/attachments/${id}`);
		expect(Buffer.from(await served.arrayBuffer()).equals(bytes)).toBe(true);
		expect(served.headers.get('content-type')).toBe('image/jpeg');
	});
});

describe('parts of a document', () => {
	const bytes = pdf(5000);
	const part = async (headers: Record<string, string>, method = 'GET') => {
		const { id } = attachmentOf(await it.upload(number, { kind: 'drawing', file: { name: 'a.pdf', bytes } }));
		return it.fetch(`/attachments/${id}`, { method, headers });
	};

	test.each([
		['bytes=0-99', 0, 100],
		['bytes=4000-', 4000, 5000],
		['bytes=-7', 4993, 5000],
		['bytes=4999-9999', 4999, 5000]
	])('%s', async (range, from, to) => {
		const response = await part({ range });
		expect([response.status, response.headers.get('content-range')]).toEqual([
			206,
			`bytes ${from}-${to - 1}/5000`
		]);
		expect(Buffer.from(await response.arrayBuffer()).equals(bytes.subarray(from, to))).toBe(true);
	});

	test('that lie behind the end are refused', async () => {
		const response = await part({ range: 'bytes=5000-' });
		expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */5000']);
	});

	test.each(['bytes=0-1,5-6', 'lines=1-2', 'bytes=9-1'])('%s is all of it', async (range) => {
		expect((await part({ range })).status).toBe(200);
	});

	test('are sent only for the bytes that they were meant for', async () => {
		const etag = (await part({})).headers.get('etag') ?? '';
		expect((await part({ range: 'bytes=0-9', 'if-range': '"other"' })).status).toBe(200);
		expect((await part({ range: 'bytes=0-9', 'if-range': `W/${etag}` })).status).toBe(200);
		const { id } = attachmentOf(await it.upload(number, { kind: 'drawing', file: { name: 'a.pdf', bytes } }));
		const headers = { range: 'bytes=0-9', 'if-range': `"${id}-file"` };
		expect((await it.fetch(`/attachments/${id}`, { headers })).status).toBe(206);
	});

	test('HEAD tells the size and sends nothing', async () => {
		const response = await part({}, 'HEAD');
		expect([response.status, response.headers.get('content-length')]).toEqual([200, '5000']);
		expect(response.headers.get('accept-ranges')).toBe('bytes');
		expect(await response.text()).toBe('');
	});
});

test('none of this is a fault of ours', () => {
	expect(it.api.errors()).toEqual([]);
});
