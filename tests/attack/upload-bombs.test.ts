import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FILE_MAX_BYTES } from '#lib/attachments/attachment.ts';
import { startUploadApi, type UploadApi } from '#tests/contract/upload-client.ts';
import { buildJob } from '#tests/support/factories.ts';
import { pdf, png } from '#tests/support/pictures.ts';
import { BOMBS } from './bombs.ts';
import { exchange } from './malformed/wire.ts';
import { memoryOf, peakDuring } from './memory.ts';

/** One picture may take 200 MB while it is unpacked, and as much again until the collector comes by. */
const MOST_MB = 700;
const AT_ONCE = process.env.BENCHBOARD_LONG ? 150 : 64;
/** A few files at a time and what is on its way to them; all of them at once would take 512 MB. */
const MOST_MORE_MB = 350;

let it: UploadApi;
let number: number;
let port: number;
beforeAll(async () => {
	it = await startUploadApi();
	number = await buildJob(it.api.database.sql, it.api.ana);
	port = Number(new URL(it.api.app.url).port);
}, 200_000);
afterAll(() => it.stop());

const things = async () => [await it.api.written(), await it.objects()];

describe('[A2] a file that is more than it looks', () => {
	test('is answered, and takes no more memory than any picture may', { timeout: 120_000 }, async () => {
		const answers: string[] = [];
		const peak = await peakDuring(it.api.app.pid(), async () => {
			for (const [name, make] of BOMBS) {
				const file = { name: 'ring.png', bytes: make() };
				expect(file.bytes.length, name).toBeLessThanOrEqual(FILE_MAX_BYTES);
				const { status, body } = await it.upload(number, { kind: 'inspiration', file });
				expect([201, 415, 422], `${name}: ${status} ${JSON.stringify(body)}`).toContain(status);
				answers.push(`${name}: ${status === 201 ? 'kept' : String(body.code)}`);
			}
		});
		console.log(`Bombs, at most ${inMB(peak)}:\n  ${answers.join('\n  ')}`);
		expect(peak ?? 0).toBeLessThan(MOST_MB);
	});
});

describe('a form that is more than one', () => {
	test.each([
		['10,000 parts', () => form(Array.from({ length: 10_000 }, (_, at) => part(`name="p${at}"`, 'x')))],
		[
			'one part with a header that does not end',
			() => form([`content-disposition: form-data; name="${'x'.repeat(2_000_000)}`])
		],
		['one part with 100,000 headers', () => form([`${'x-a: b\r\n'.repeat(100_000)}\r\nx`])],
		['one text of 8 MB', () => form([part('name="caption"', 'x'.repeat(8_000_000))])],
		['a boundary over and over', () => Buffer.from('--b\r\n'.repeat(1_600_000))]
	])('%s is refused, and nothing is left of it', async (_, make) => {
		const before = await things();
		const response = await it.fetch(`/jobs/${number}/attachments`, {
			method: 'POST',
			headers: { 'content-type': 'multipart/form-data; boundary=b' },
			body: new Uint8Array(make())
		});
		expect([400, 413, 415, 422]).toContain(response.status);
		await response.text();
		expect(await things()).toEqual(before);
	});

	test('many at once wait on the disk, not in memory', { timeout: 120_000 }, async () => {
		const [start, file] = [memoryOf(it.api.app.pid()), { name: 'drawing.pdf', bytes: pdf(FILE_MAX_BYTES) }];
		const peak = await peakDuring(it.api.app.pid(), async () => {
			const sent = Array.from({ length: AT_ONCE }, () => it.upload(number, { kind: 'drawing', file }));
			const statuses = new Set((await Promise.all(sent)).map(({ status }) => status));
			expect([...statuses]).toEqual([201]);
		});
		console.log(`${AT_ONCE} uploads of 8 MiB at once: ${inMB(start)} before, ${inMB(peak)} at most`);
		expect((peak ?? 0) - (start ?? 0)).toBeLessThan(MOST_MORE_MB);
	});
});

describe('a request that does not say the truth about its length', () => {
	const head = (more: string) =>
		`POST /api/v1/jobs/${number}/attachments HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${it.api.token}\r\n` +
		`content-type: multipart/form-data; boundary=b\r\n${more}\r\n\r\n`;
	const whole = async () =>
		form([part('name="kind"', 'drawing'), part('name="file"; filename="a.png"', await png())]);
	const claiming = async (more: (length: number) => string, body?: Buffer) => {
		const bytes = body ?? (await whole());
		return Buffer.concat([Buffer.from(head(more(bytes.length))), bytes]);
	};

	test.each([
		['more than comes', (length: number) => `connection: close\r\ncontent-length: ${length + 1_000}`],
		['less than comes', (length: number) => `connection: close\r\ncontent-length: ${length - 200}`],
		['two lengths', (length: number) => `content-length: ${length}\r\ncontent-length: ${length - 1}`],
		['a length and chunks', (length: number) => `content-length: ${length}\r\ntransfer-encoding: chunked`],
		['a negative length', () => 'content-length: -1'],
		['chunks that are none', () => 'connection: close\r\ntransfer-encoding: chunked']
	])('%s: nothing is left of it', async (_, more) => {
		const before = await things();
		const { status } = await exchange(port, await claiming(more), { ends: true });
		expect(status === null || (status >= 400 && status < 500), String(status)).toBe(true);
		expect(await things()).toEqual(before);
	});

	test('headers that do not end are cut off', async () => {
		const endless = Buffer.from(`GET / HTTP/1.1\r\nhost: x\r\n${'x-a: b\r\n'.repeat(50_000)}`);
		expect(await exchange(port, endless)).toMatchObject({ status: 431 });
	});
});

function part(disposition: string, value: string | Uint8Array): Buffer {
	return Buffer.concat([
		Buffer.from(`content-disposition: form-data; ${disposition}\r\n\r\n`),
		typeof value === 'string' ? Buffer.from(value) : value,
		Buffer.from('\r\n')
	]);
}

function form(parts: readonly (string | Buffer)[]): Buffer {
	const boundary = Buffer.from('--b\r\n');
	const pieces = parts.flatMap((piece) => [boundary, typeof piece === 'string' ? Buffer.from(piece) : piece]);
	return Buffer.concat([...pieces, Buffer.from('\r\n--b--\r\n')]);
}

function inMB(memory: number | null): string {
	return memory === null ? 'unknown' : `${Math.round(memory)} MB`;
}

test('none of this is a fault of ours, and a picture is still taken', async () => {
	expect(it.api.errors()).toEqual([]);
	const answer = await it.upload(number, { kind: 'inspiration', file: await png() });
	expect(answer.status).toBe(201);
});
