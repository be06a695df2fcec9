import { describe, expect, test } from 'vitest';
import { readForm } from './form.ts';

const post = (body: BodyInit, type?: string) =>
	new Request('http://x/', { method: 'POST', body, ...(type && { headers: { 'content-type': type } }) });

/** A body that is cut off as the server in front does it above its limit. */
function cutOff(error: Error): Request {
	const body = new ReadableStream({ pull: (controller) => controller.error(error) });
	const headers = { 'content-type': 'application/x-www-form-urlencoded' };
	return new Request('http://x/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
}

test('a form’s texts are read by name, and its files are not', async () => {
	const form = new FormData();
	form.set('email', 'ana@gold.test');
	form.set('photo', new File(['x'], 'x.png'));
	expect(await readForm(post(form))).toEqual({ email: 'ana@gold.test' });
});

describe('a form that cannot be read', () => {
	test.each([
		['multipart without a boundary', post('x', 'multipart/form-data')],
		['multipart that is none', post('x', 'multipart/form-data; boundary=y')],
		['no form', post('{}', 'application/json')],
		['cut off', cutOff(new Error('aborted'))]
	])('%s', async (_, request) => {
		await expect(readForm(request)).rejects.toMatchObject({ code: 'request.unreadable' });
	});

	test('too large for the server in front', async () => {
		const tooLarge = Object.assign(new Error('Payload Too Large'), { status: 413 });
		await expect(readForm(cutOff(tooLarge))).rejects.toMatchObject({ code: 'request.too_large' });
	});
});
