import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, describe, expect, test } from 'vitest';
import { AttachInput } from '#lib/attachments/attachment-input.ts';
import { readUpload } from './read-upload.ts';

const MOST = 100_000;
const LIMITS = { schema: AttachInput, most: MOST, tooLarge: 'attachment.too_large' } as const;

const temporaryFiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith('benchboard-upload-'));
afterEach(() => expect.poll(temporaryFiles).toEqual([]));

interface Part {
	name: string;
	value: string | Uint8Array<ArrayBuffer>;
	fileName?: string;
}

function form(...parts: Part[]): FormData {
	const made = new FormData();
	for (const { name, value, fileName } of parts) {
		if (typeof value === 'string') made.append(name, value);
		else made.append(name, new File([value], fileName ?? 'a.png'));
	}
	return made;
}

const KIND = { name: 'kind', value: 'drawing' };
const FILE = { name: 'file', value: new Uint8Array([1, 2, 3]), fileName: 'ring.png' };
const post = (body: BodyInit, type?: string) =>
	new Request('http://x/', {
		method: 'POST',
		body,
		duplex: 'half',
		...(type && { headers: { 'content-type': type } })
	} as RequestInit);
const asItIs = <Read>(upload: Read) => Promise.resolve(upload);
const read = (...parts: Part[]) => readUpload(post(form(...parts)), LIMITS, asItIs);
const invalid = (fields: Record<string, unknown>) => ({ code: 'input.invalid', facts: { fields } });
const anything = expect.any(String) as string;

describe('a form with a file', () => {
	test('is its texts and its bytes', async () => {
		const { input, file } = await read(KIND, FILE, { name: 'caption', value: ' Für Anna ' });
		expect(input).toEqual({ kind: 'drawing', caption: 'Für Anna' });
		expect([file.name, [...file.bytes]]).toEqual(['ring.png', [1, 2, 3]]);
	});

	test.each(['dräwing.png', '指輪 💍.png', 'say "yes".png', 'a;b=c.png', "it's.png"])(
		'called %s',
		async (name) => {
			expect((await read(KIND, { ...FILE, fileName: name })).file.name).toBe(name);
		}
	);

	test('may be empty: that is for others to refuse', async () => {
		expect((await read(KIND, { ...FILE, value: new Uint8Array() })).file.bytes).toHaveLength(0);
	});

	test('whose file is a part without a name of its own', async () => {
		const body =
			'--b\r\ncontent-disposition: form-data; name="kind"\r\n\r\ndrawing\r\n--b\r\ncontent-disposition: form-data; name="file"\r\n\r\nxyz\r\n--b--\r\n';
		const { file } = await readUpload(post(body, 'multipart/form-data; boundary=b'), LIMITS, asItIs);
		expect([file.name, file.bytes.length]).toEqual([undefined, 3]);
	});

	test('that arrives byte by byte', async () => {
		const whole = post(form(KIND, FILE));
		const bytes = new Uint8Array(await whole.arrayBuffer());
		let at = 0;
		const body = new ReadableStream({
			pull: (controller) =>
				at < bytes.length ? controller.enqueue(bytes.subarray(at, ++at)) : controller.close()
		});
		const { file } = await readUpload(post(body, whole.headers.get('content-type') ?? ''), LIMITS, asItIs);
		expect([...file.bytes]).toEqual([1, 2, 3]);
	});

	test('of exactly the most bytes is read, one more is too large', async () => {
		const sized = (bytes: number) => read(KIND, { ...FILE, value: new Uint8Array(bytes).fill(7) });
		expect((await sized(MOST)).file.bytes.every((byte) => byte === 7)).toBe(true);
		await expect(sized(MOST + 1)).rejects.toMatchObject({ code: 'attachment.too_large' });
	});
});

describe('what is not right is named, all of it at once', () => {
	test.each([
		['nothing at all', [], { kind: anything, file: 'Choose a file.' }],
		['no file', [KIND], { file: 'Choose a file.' }],
		['no kind', [FILE], { kind: anything }],
		[
			'an unknown kind',
			[{ name: 'kind', value: 'selfie' }, FILE],
			{ kind: 'Choose inspiration or drawing.' }
		],
		['two files', [KIND, FILE, FILE], { file: 'Send one file at a time.' }],
		['a kind twice', [KIND, KIND, FILE], { kind: 'This was sent twice.' }],
		['an unknown part', [KIND, FILE, { name: 'color', value: 'red' }], { color: 'There is no such field.' }],
		[
			'a caption without end',
			[KIND, FILE, { name: 'caption', value: 'x'.repeat(5000) }],
			{ caption: 'This is too long.' }
		],
		[
			'a long caption',
			[KIND, FILE, { name: 'caption', value: 'x'.repeat(201) }],
			{ caption: 'At most 200 characters.' }
		],
		[
			'a mutation id that is none',
			[KIND, FILE, { name: 'mutationId', value: '1' }],
			{ mutationId: anything }
		],
		[
			'a second file under another name',
			[KIND, FILE, { ...FILE, name: 'other' }],
			{ other: 'There is no such field.' }
		]
	])('%s', async (_, parts, fields) => {
		await expect(read(...parts)).rejects.toMatchObject(invalid(fields));
	});

	test('more parts than anybody means', async () => {
		const many = Array.from({ length: 40 }, (_, i) => ({ name: `part${i}`, value: 'x' }));
		await expect(read(KIND, FILE, ...many)).rejects.toMatchObject(
			invalid({ body: 'There are too many parts.', part0: anything })
		);
	});

	test.each(['--b\r\n', '--b\r\n\r\n'])(
		'parts without end, of which only the first are told apart: %j',
		async (part) => {
			const whole = Buffer.from(part.repeat(8_000_000 / part.length));
			let at = 0;
			// As they arrive from a network.
			const body = new ReadableStream({
				pull: (controller) =>
					at < whole.length ? controller.enqueue(whole.subarray(at, (at += 65_536))) : controller.close()
			});
			const begun = process.cpuUsage();
			const sent = readUpload(post(body, 'multipart/form-data; boundary=b'), LIMITS, asItIs);
			await expect(sent).rejects.toMatchObject(invalid({ body: 'There are too many parts.' }));
			// Telling all of them apart takes many times as much.
			expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(2);
		}
	);
});

describe('what cannot be read', () => {
	const part = (text: string) => `--b\r\ncontent-disposition: form-data; name="kind"\r\n\r\n${text}`;
	const B = 'multipart/form-data; boundary=b';

	test.each([
		['no boundary', 'x', 'multipart/form-data', 'request.unreadable'],
		['no part', 'x', B, 'request.unreadable'],
		['no end', part('drawing'), B, 'request.unreadable'],
		[
			'no end of a file',
			part('drawing\r\n--b\r\ncontent-disposition: form-data; name="file"\r\n\r\nabc'),
			B,
			'request.unreadable'
		],
		['half a boundary', part('drawing\r\n--'), B, 'request.unreadable'],
		['JSON', '{}', 'application/json', 'request.type'],
		['another kind of multipart', part('x\r\n--b--'), 'multipart/mixed; boundary=b', 'request.type'],
		['a form of names and values', 'kind=drawing', 'application/x-www-form-urlencoded', 'request.type']
	])('%s', async (_, body, type, code) => {
		await expect(readUpload(post(body, type), LIMITS, asItIs)).rejects.toMatchObject({ code });
	});

	test('what nobody sent', async () => {
		const request = new Request('http://x/', { method: 'POST', headers: { 'content-type': B } });
		await expect(readUpload(request, LIMITS, asItIs)).rejects.toMatchObject({ code: 'request.unreadable' });
	});

	test.each([
		['the sender has gone', new Error('aborted'), 'request.unreadable'],
		[
			'the server in front gave up',
			Object.assign(new Error('too large'), { status: 413 }),
			'attachment.too_large'
		]
	])('because %s', async (_, error, code) => {
		const chunks = [part('drawing\r\n--b\r\ncontent-disposition: form-data; name="file"\r\n\r\nabc')];
		const body = new ReadableStream({
			pull: (controller) => {
				const chunk = chunks.pop();
				if (chunk) controller.enqueue(Buffer.from(chunk));
				else controller.error(error);
			}
		});
		await expect(readUpload(post(body, B), LIMITS, asItIs)).rejects.toMatchObject({ code });
	});
});
