import * as v from 'valibot';
import { expect, test } from 'vitest';
import { readInput } from './api.ts';
import { BODY_LIMIT } from './json-body.ts';

const Input = v.strictObject({
	title: v.pipe(v.string('A title is needed.'), v.maxLength(5, 'At most 5 characters.')),
	hold: v.optional(v.strictObject({ reason: v.picklist(['stones'], 'Choose a reason.') })),
	count: v.optional(v.number())
});

function read(body: string | Uint8Array<ArrayBuffer>, contentType = 'application/json') {
	const headers = { 'content-type': contentType };
	return readInput({ request: new Request('http://x/', { method: 'POST', headers, body }) }, Input);
}

test('a body is parsed by its schema', async () => {
	expect(await read('{"title":"Ring"}', 'application/json; charset=utf-8')).toEqual({ title: 'Ring' });
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
	'the type %j is refused',
	async (type) => {
		await expect(read('{"title":"Ring"}', type)).rejects.toMatchObject({ code: 'request.type' });
	}
);

test.each(['', '{', '{"title":"Ring"}}', 'undefined'])('%j is unreadable', async (body) => {
	await expect(read(body)).rejects.toMatchObject({ code: 'request.unreadable' });
});

test('bytes that are not UTF-8 are unreadable', async () => {
	await expect(read(new Uint8Array([0x22, 0xff, 0x22]))).rejects.toMatchObject({
		code: 'request.unreadable'
	});
});

test('a body of exactly the limit is read, one more byte is too large', async () => {
	const padded = (bytes: number) => '{"title":"Ring"}'.padEnd(bytes, ' ');
	expect(await read(padded(BODY_LIMIT))).toEqual({ title: 'Ring' });
	await expect(read(padded(BODY_LIMIT + 1))).rejects.toMatchObject({ code: 'request.too_large' });
});

test('each wrong field gets one sentence, named by its path', async () => {
	const body = JSON.stringify({ title: 'Necklace', hold: { reason: 'rain' }, count: 'two', colour: 'red' });
	await expect(read(body)).rejects.toMatchObject({
		code: 'input.invalid',
		facts: {
			fields: {
				title: 'At most 5 characters.',
				'hold.reason': 'Choose a reason.',
				count: 'This is not right.',
				colour: 'There is no such field.'
			}
		}
	});
});

test.each(['null', '[]', '"text"'])('%s is invalid as a whole', async (body) => {
	await expect(read(body)).rejects.toMatchObject({ code: 'input.invalid' });
});

test('a missing field without words of its own is called missing', async () => {
	const Wanting = v.object({ count: v.number() });
	const headers = { 'content-type': 'application/json' };
	const request = new Request('http://x/', { method: 'POST', headers, body: '{}' });
	await expect(readInput({ request }, Wanting)).rejects.toMatchObject({
		facts: { fields: { count: 'This is missing.' } }
	});
});
