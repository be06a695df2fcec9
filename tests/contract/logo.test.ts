import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LOGO_MAX_BYTES } from '#lib/settings/logo-input.ts';
import type { ShopRules } from '#lib/settings/shop-settings.ts';
import { buildPerson, buildShop } from '#tests/support/factories.ts';
import { noise, pdf, png } from '#tests/support/pictures.ts';
import { answerOf, formOf, startUploadApi, type UploadApi, type UploadParts } from './upload-client.ts';

let it: UploadApi;
beforeAll(async () => {
	it = await startUploadApi();
}, 200_000);
afterAll(() => it.stop());
beforeEach(async () => {
	await it.fetch('/shop/logo', { method: 'DELETE' });
});

const put = async (parts: UploadParts, token?: string | null) =>
	answerOf(await it.fetch('/shop/logo', { method: 'PUT', body: formOf(parts) }, token));
const logoOf = (answer: { body: unknown }) => (answer.body as { settings: ShopRules }).settings.logo;
const NONE = { status: 404, code: 'logo.not_found' };

async function expectNone(token?: string | null): Promise<void> {
	const answer = await answerOf(await it.fetch('/shop/logo', {}, token));
	expect(answer.body).toMatchObject(NONE);
	expect(answer.headers.get('www-authenticate')).toBeNull();
}

/** A PNG of exactly so many bytes: what stands behind its end is no part of the picture. */
async function pngOf(bytes: number): Promise<Uint8Array> {
	const picture = await png();
	return Buffer.concat([picture, Buffer.alloc(bytes - picture.length)]);
}

describe('[P1] a shop’s logo', () => {
	test('is served as a small WebP to the shop, and kept by nobody else', async () => {
		const answer = await put({ file: { name: 'logo.svg', bytes: await noise(1280, 400).jpeg().toBuffer() } });
		expect(answer.status).toBe(200);
		expect(logoOf(answer)).toMatchObject({ width: 614, height: 192 });
		const served = await it.fetch('/shop/logo');
		expect([served.status, served.headers.get('content-type')]).toEqual([200, 'image/webp']);
		expect(served.headers.get('cache-control')).toBe('private, no-cache');
		expect(served.headers.get('x-content-type-options')).toBe('nosniff');
		expect(served.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
		expect(
			Buffer.from(await served.arrayBuffer())
				.subarray(8, 12)
				.toString()
		).toBe('WEBP');
		const etag = served.headers.get('etag') ?? '';
		const again = await it.fetch('/shop/logo', { headers: { 'if-none-match': etag } });
		expect([again.status, await again.text()]).toEqual([304, '']);
		await put({ file: await png() });
		expect((await it.fetch('/shop/logo', { headers: { 'if-none-match': etag } })).status).toBe(200);
		const board = (await it.api.call('GET', '/board')).body as { shop: { logo: object } };
		expect(board.shop.logo).toMatchObject({ width: 120, height: 80 });
	});

	test('is read by everybody of the shop, and by nobody else', async () => {
		await expectNone();
		await put({ file: await png() });
		const { sql } = it.api.database;
		const viewer = await it.api.signIn(await buildPerson(sql, it.api.ana.shopId, { role: 'viewer' }));
		expect((await it.fetch('/shop/logo', {}, viewer)).status).toBe(200);
		await expectNone(await it.api.signIn(await buildPerson(sql, await buildShop(sql))));
		await expectNone(null);
	});

	test('leaves the store when it is replaced and when it is removed', async () => {
		const keys = async () => (await it.objects()).filter((key) => key.includes('/logo/'));
		await put({ file: await png() });
		const second = logoOf(await put({ file: await png() }));
		await expect.poll(keys).toEqual([`shops/${it.api.ana.shopId}/logo/${second!.id}`]);
		const removed = await answerOf(await it.fetch('/shop/logo', { method: 'DELETE' }));
		expect(logoOf(removed)).toBeNull();
		await expect.poll(keys).toEqual([]);
		await expectNone();
	});
});

describe('what is no logo is refused', () => {
	test.each([
		['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415, 'attachment.type'],
		['a web page in disguise', () => Buffer.from('<!doctype html><p>'), 415, 'attachment.type'],
		['a document', () => pdf(), 415, 'logo.type'],
		['nothing', () => new Uint8Array(), 422, 'attachment.empty'],
		['half a picture', async () => (await png()).subarray(0, 300), 422, 'attachment.damaged'],
		['one byte more than 1 MiB', () => pngOf(LOGO_MAX_BYTES + 1), 413, 'logo.too_large']
	])('%s', async (_, make, status, code) => {
		const answer = await put({ file: { name: 'logo.png', bytes: await make() } });
		expect([answer.status, answer.body.code]).toEqual([status, code]);
		expect(answer.body.detail).toMatch(/^[A-Z].+\.$/);
		await expectNone();
	});

	test('exactly 1 MiB is accepted', async () => {
		const answer = await put({ file: { name: 'logo.png', bytes: await pngOf(LOGO_MAX_BYTES) } });
		expect(answer.status).toBe(200);
	});

	test('a form without a file, or with more than that', async () => {
		expect((await put({})).body).toMatchObject({
			code: 'input.invalid',
			fields: { file: expect.any(String) as string }
		});
		expect((await put({ file: await png(), name: 'x' })).body).toMatchObject({ code: 'input.invalid' });
	});

	test('what is no form', async () => {
		const answer = await it.api.call('PUT', '/shop/logo', { body: {} });
		expect(answer.body).toMatchObject({ status: 415, code: 'request.type' });
	});
});

test('none of this is a fault of ours', () => {
	expect(it.api.errors()).toEqual([]);
});
