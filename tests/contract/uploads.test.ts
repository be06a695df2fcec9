import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FILE_MAX_BYTES, type Attachment } from '#lib/attachments/attachment.ts';
import { PROBLEM_WORDS } from '#lib/problems/words.ts';
import { buildJob } from '#tests/support/factories.ts';
import { bomb, pdf, png } from '#tests/support/pictures.ts';
import { mutation } from './api-client.ts';
import { formOf, startUploadApi, type UploadApi } from './upload-client.ts';

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

/** Sends it, and expects this refusal, and that nothing was written or stored. */
async function expectRefused(send: () => Promise<unknown>, refusal: object): Promise<void> {
	const before = [await it.api.written(), await it.objects()];
	expect(await send()).toMatchObject({ type: 'application/problem+json', body: refusal });
	expect([await it.api.written(), await it.objects()]).toEqual(before);
}

describe('[A1] a file over HTTP', () => {
	test('is added, listed, shown on the board, and removed', async () => {
		const added = await it.upload(number, {
			...KIND,
			file: await png(),
			caption: 'For Maria',
			...mutation()
		});
		expect(added).toMatchObject({
			status: 201,
			body: { attachment: { fileName: 'ring.png', caption: 'For Maria' } }
		});
		const attachment = attachmentOf(added);
		const listed = await it.api.call('GET', `/jobs/${number}/attachments`);
		expect(listed).toMatchObject({ status: 200, body: { attachments: [attachment] } });
		const since = Number(added.body.version) - 1;
		const { body } = await it.api.call('GET', `/board/changes?since=${since}`);
		const cover = { id: attachment.id, width: 120, height: 80 };
		expect(body).toMatchObject({
			changes: [{ kind: 'attachment_added', number, set: { cover, images: 1 } }]
		});
		const thumbnail = await it.fetch(`/attachments/${attachment.id}/thumbnail`);
		expect(thumbnail.headers.get('content-type')).toBe('image/webp');
		expect((await thumbnail.arrayBuffer()).byteLength).toBeLessThanOrEqual(30_000);

		expect((await it.api.call('DELETE', `/attachments/${attachment.id}`)).status).toBe(204);
		expect((await it.api.call('GET', `/jobs/${number}/attachments`)).body).toEqual({ attachments: [] });
		for (const address of ['', '/thumbnail'])
			expect((await it.fetch(`/attachments/${attachment.id}${address}`)).status).toBe(404);
		const again = await it.api.call('DELETE', `/attachments/${attachment.id}`);
		expect(again).toMatchObject({ status: 404, body: { code: 'attachment.not_found' } });
		await expect.poll(async () => (await it.objects()).join()).not.toContain(attachment.id);
	});

	test('sent again with its mutation gets its answer, and is stored once', async () => {
		const parts = { ...KIND, file: await png(), ...mutation() };
		const first = await it.upload(number, parts);
		const before = [await it.api.written(), await it.objects()];
		const again = await it.upload(number, parts);
		expect([again.status, again.body]).toEqual([201, first.body]);
		expect([await it.api.written(), await it.objects()]).toEqual(before);
	});

	test('with the cookie must come from the own origin', async () => {
		const headers = { cookie: `benchboard_session=${it.api.token}`, origin: 'https://evil.example' };
		const init = { method: 'POST', headers, body: formOf({ ...KIND, file: await png() }) };
		expect((await it.fetch(`/jobs/${number}/attachments`, init, null)).status).toBe(403);
		const own = {
			...init,
			headers: { ...headers, origin: it.api.app.url },
			body: formOf({ ...KIND, file: await png() })
		};
		expect((await it.fetch(`/jobs/${number}/attachments`, own, null)).status).toBe(201);
	});
});

describe('[A2] each refusal has its own sentence', () => {
	const sentences = new Set<string>();
	const text = (value: string) => () => Promise.resolve(Buffer.from(value, 'latin1'));
	test.each([
		['an SVG', 415, 'attachment.type', text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
		['a HEIC', 415, 'attachment.type', text('\0\0\0\x18ftypheic\0\0\0\0')],
		['an HTML page', 415, 'attachment.type', text('<!doctype html><script>alert(1)</script>')],
		['a text', 415, 'attachment.type', text('not a picture')],
		['an empty file', 422, 'attachment.empty', text('')],
		['a truncated picture', 422, 'attachment.damaged', async () => (await png()).subarray(0, 5000)],
		['over 50 megapixels', 422, 'attachment.too_many_pixels', bomb],
		['over 8 MiB', 413, 'attachment.too_large', () => Promise.resolve(pdf(FILE_MAX_BYTES + 1))]
	])('%s named .png', async (_, status, code, make) => {
		const file = { name: 'ring.png', bytes: await make() };
		await expectRefused(() => it.upload(number, { ...KIND, file }), { status, code });
		const { detail } = (await it.upload(number, { ...KIND, file })).body;
		expect(detail).toMatch(/^[A-Z].+\.$/);
		expect(sentences).not.toContain(detail);
		sentences.add(String(detail));
	});

	test('exactly 8 MiB are accepted', async () => {
		const file = { name: 'big.pdf', bytes: pdf(FILE_MAX_BYTES) };
		const answer = await it.upload(number, { kind: 'drawing', file });
		expect(answer).toMatchObject({ status: 201, body: { attachment: { bytes: FILE_MAX_BYTES } } });
		const { body } = await it.fetch(`/attachments/${attachmentOf(answer).id}`);
		expect(Buffer.from(await new Response(body).arrayBuffer()).equals(file.bytes)).toBe(true);
	});

	test.each([9, 12, 40])('%i MB are too large, and whoever sends them hears it', async (megabytes) => {
		const file = { name: 'big.pdf', bytes: Buffer.alloc(megabytes * 1_000_000, 'x') };
		await expectRefused(() => it.upload(number, { ...KIND, file }), {
			status: 413,
			code: 'attachment.too_large',
			detail: 'A file can have at most 8 MiB.'
		});
	});

	test('a sender that says no length hears it too', async () => {
		expect(await sendChunked(20_000_000)).toMatchObject({ status: 413, code: 'attachment.too_large' });
	});

	test('a sender that goes away leaves nothing', async () => {
		const before = [await it.api.written(), await it.objects()];
		await sendHalf(await png());
		await it.upload(number, { ...KIND, file: await png() });
		const after = await it.objects();
		expect(after).toHaveLength((before[1] as string[]).length + 2);
	});

	test.each([
		['../../../etc/passwd.png', 'passwd.png'],
		['C:\\fakepath\\ring.png', 'ring.png'],
		['ring\u202egpj.png', 'ringgpj.png'],
		['a"b.png', 'a"b.png'],
		['指輪.png', '指輪.png'],
		['..', 'photo.png']
	])('the name %j becomes %j', async (name, kept) => {
		const answer = await it.upload(number, { ...KIND, file: { name, bytes: await png() } });
		expect(attachmentOf(answer).fileName).toBe(kept);
		expect(
			(await it.objects()).every((key) => /^shops\/\w+\/jobs\/\d+\/[a-z2-7]{16}(\.\w+)?$/.test(key))
		).toBe(true);
		const { headers } = await it.fetch(`/attachments/${attachmentOf(answer).id}`);
		expect(headers.get('content-disposition')).toMatch(/^inline; filename="[^"]+"; filename\*=UTF-8''\S+$/);
	});
});

describe('what is no upload', () => {
	test('parts that are missing or wrong are named', async () => {
		await expectRefused(() => it.upload(number, {}), {
			code: 'input.invalid',
			fields: { kind: 'This is missing.', file: 'Choose a file.' }
		});
		const file = await png();
		await expectRefused(() => it.upload(number, { kind: 'selfie', file, color: 'red', mutationId: 'x' }), {
			code: 'input.invalid',
			fields: {
				kind: 'Choose inspiration or drawing.',
				color: 'There is no such field.',
				mutationId: 'The mutation id must be a UUID.'
			}
		});
	});

	test('JSON is another type', () =>
		expectRefused(() => it.api.call('POST', `/jobs/${number}/attachments`, { body: {} }), {
			status: 415,
			code: 'request.type',
			detail: 'The request must be sent as multipart/form-data.'
		}));

	test('a job that is not there', () =>
		expectRefused(async () => it.upload(999_999, { ...KIND, file: await png() }), { code: 'job.not_found' }));
});

test('every word of a refusal is the catalogue’s', () => {
	expect(PROBLEM_WORDS['attachment.too_large'].detail).toBe('A file can have at most 8 MiB.');
	expect(it.api.errors()).toEqual([]);
});

const headersOf = (boundary: string) => ({
	authorization: `Bearer ${it.api.token}`,
	'content-type': `multipart/form-data; boundary=${boundary}`
});
const START = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\n';
const path = () => `${it.api.app.url}/api/v1/jobs/${number}/attachments`;

/** So many bytes in chunks, as a program sends that does not know how many there will be. */
async function sendChunked(bytes: number): Promise<unknown> {
	const sent = request(path(), { method: 'POST', headers: headersOf('b') });
	const answered = new Promise<string>((resolve, reject) => {
		sent.once('error', reject).once('response', (response) => {
			let text = '';
			response
				.setEncoding('utf8')
				.on('data', (part: string) => (text += part))
				.once('end', () => resolve(text));
		});
	});
	sent.write(START);
	for (let left = bytes; left > 0; left -= 100_000) {
		const isTaken = sent.write(Buffer.alloc(100_000));
		if (!isTaken) await new Promise((resolve) => sent.once('drain', resolve));
	}
	sent.end('\r\n--b--\r\n');
	return JSON.parse(await answered);
}

/** Half of a file, and then the line is dead. */
async function sendHalf(bytes: Buffer): Promise<void> {
	const length = { 'content-length': String(bytes.length + 1000) };
	const sent = request(path(), { method: 'POST', headers: { ...headersOf('b'), ...length } });
	sent.on('error', () => undefined);
	await new Promise<void>((resolve) =>
		sent.write(Buffer.concat([Buffer.from(START), bytes]), () => resolve())
	);
	sent.destroy();
}
