import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildJob } from '#tests/support/factories.ts';
import { seeded, type Random } from '#tests/simulation/random.ts';
import { startUploadApi, type UploadApi } from './upload-client.ts';

const RUNS = process.env.BENCHBOARD_LONG ? 5_000 : 400;
const AT_ONCE = 8;

let it: UploadApi;
let path: string;
beforeAll(async () => {
	it = await startUploadApi();
	path = `/jobs/${await buildJob(it.api.database.sql, it.api.ana)}/attachments`;
}, 200_000);
afterAll(() => it.stop());

/** A form as browsers send it; its file is text, so that no mutation of it is ever a file that is kept. */
const FORM = [
	'--boundary\r\ncontent-disposition: form-data; name="kind"\r\n\r\ninspiration\r\n',
	'--boundary\r\ncontent-disposition: form-data; name="mutationId"\r\n\r\n5f0c8f0e-6a6b-4d8e-9f5e-0d6f2f6f7a11\r\n',
	'--boundary\r\ncontent-disposition: form-data; name="caption"\r\ncontent-type: text/plain; charset=utf-8\r\n\r\nFür Anna\r\n',
	'--boundary\r\ncontent-disposition: form-data; name="file"; filename="ring.png"\r\ncontent-type: image/png\r\n\r\n',
	'not a picture at all\r\n',
	'--boundary--\r\n'
].join('');

/** What means something to a parser. */
const TOKENS = [
	'\r\n',
	'\r',
	'\n',
	'--',
	'--boundary',
	'--boundary--',
	'\r\n\r\n',
	'name="file"',
	'name="__proto__"',
	'filename="',
	"filename*=UTF-8''%ff%00",
	'; charset=utf-99',
	'content-transfer-encoding: base64\r\n',
	':',
	'"',
	'\\',
	'\0',
	'\xff',
	'='.repeat(9000),
	'x: y\r\n'.repeat(50)
];

function mutated(random: Random): string {
	let form = FORM;
	for (let count = random.between(1, 4); count > 0; count--) {
		const [one, other] = [random.between(0, form.length), random.between(0, form.length)];
		const [from, to] = [Math.min(one, other), Math.max(one, other)];
		const piece = form.slice(from, to);
		form = random.pick([
			() => form.slice(0, from) + random.pick(TOKENS) + form.slice(from),
			() => form.slice(0, from) + form.slice(from + random.between(1, 12)),
			() => form.slice(0, from) + String.fromCharCode(random.between(0, 255)) + form.slice(from + 1),
			() => form.slice(0, to) + piece + form.slice(to),
			() => form.slice(0, to)
		])();
	}
	return form;
}

const temporaryFiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith('benchboard-upload-'));

const TYPES = [
	...Array.from({ length: 12 }, () => 'multipart/form-data; boundary=boundary'),
	'multipart/form-data; boundary="boundary"',
	'multipart/form-data; boundary=other',
	'multipart/form-data; boundary=',
	'multipart/form-data',
	'multipart/form-data; charset=utf-8; boundary=boundary; boundary=x',
	`multipart/form-data; boundary=${'b'.repeat(3000)}`
];

async function send(seed: number): Promise<{ seed: number; status: number; code: unknown }> {
	const random = seeded(seed);
	const response = await it.fetch(path, {
		method: 'POST',
		headers: { 'content-type': random.pick(TYPES) },
		body: Buffer.from(mutated(random), 'latin1'),
		signal: AbortSignal.timeout(15_000)
	});
	const { code } = (await response.json()) as { code: unknown };
	return { seed, status: response.status, code };
}

test(`${RUNS} forms that were torn, cut and stuffed: every one is refused, and nothing is left of it`, async () => {
	const before = [await it.api.written(), await it.objects()];
	const answers: Awaited<ReturnType<typeof send>>[] = [];
	for (let seed = 1; seed <= RUNS; seed += AT_ONCE)
		answers.push(...(await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => send(seed + i)))));
	expect(answers.filter(({ status }) => status < 400 || status >= 500)).toEqual([]);
	const codes = new Set(answers.map(({ code }) => code));
	expect([...codes].sort()).toEqual(
		expect.arrayContaining(['attachment.type', 'input.invalid', 'request.unreadable'])
	);
	expect([await it.api.written(), await it.objects()]).toEqual(before);
	await expect.poll(temporaryFiles).toEqual([]);
	expect(it.api.errors()).toEqual([]);
}, 120_000);
