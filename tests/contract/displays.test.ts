import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GUESSES } from '#lib/server/displays/guesses.ts';
import { buildDisplay, buildJob, buildPerson, buildShop } from '#tests/support/factories.ts';
import { png } from '#tests/support/pictures.ts';
import { mutation, type ApiClient, type Asked } from './api-client.ts';
import { expectRefused, invalid } from './expect-refused.ts';
import { startUploadApi, type UploadApi } from './upload-client.ts';

let served: UploadApi;
let api: ApiClient;
let number: number;
let cover: string;
let drawing: string;
let wall: { id: string; token: string };
beforeAll(async () => {
	served = await startUploadApi();
	({ api } = served);
	number = await buildJob(api.database.sql, api.ana, { status: 'IP' });
	drawing = await attach('drawing');
	cover = await attach('inspiration');
	wall = await buildDisplay(api.database.sql, api.ana.shopId);
}, 200_000);
afterAll(() => served.stop());

async function attach(kind: string): Promise<string> {
	const { body } = await served.upload(number, { kind, file: await png() });
	return (body.attachment as { id: string }).id;
}

/** A screen that waits: its code, and the token from its cookie. */
async function waiting(): Promise<{ code: string; token: string }> {
	const { body, headers } = await api.call('POST', '/displays/code', { token: null });
	const token = /benchboard_display=([^;]+)/.exec(headers.get('set-cookie') ?? '')?.[1];
	return { code: body.code as string, token: token ?? '' };
}

const stateOf = async (token: string) => {
	const headers = { cookie: `benchboard_display=${token}` };
	return (await api.call('GET', '/displays/code', { token: null, headers })).body.state;
};

describe('[D1] pairing', () => {
	test('a screen gets a code and a cookie for life, an admin types the code, and the token speaks for the display', async () => {
		const asked = await api.call('POST', '/displays/code', { token: null });
		expect(asked.body).toMatchObject({ state: 'waiting', changesAt: expect.any(String) as string });
		const cookie = asked.headers.get('set-cookie') ?? '';
		expect(cookie).toMatch(/Path=\/.*HttpOnly.*SameSite=Lax/i);
		expect(Number(/Max-Age=(\d+)/i.exec(cookie)?.[1])).toBeGreaterThan(364 * 24 * 60 * 60);
		expect(cookie).not.toMatch(/Secure/i);
		const token = /benchboard_display=([^;]+)/.exec(cookie)?.[1] ?? '';
		expect(await stateOf(token)).toBe('waiting');
		expect((await api.call('GET', '/board', { token })).body.code).toBe('unauthenticated');

		const typed = (asked.body.code as string).toLowerCase();
		const body = { ...mutation(), code: `${typed.slice(0, 4)} ${typed.slice(4)}`, name: 'Window' };
		const paired = await api.call('POST', '/displays', { body });
		expect(paired).toMatchObject({
			status: 201,
			body: { display: { name: 'Window', pairedBy: 'Ana Ruiz' } }
		});
		expect(await stateOf(token)).toBe('paired');
		expect((await api.call('GET', '/board', { token })).body).toMatchObject({ display: { name: 'Window' } });
		const { body: listed } = await api.call('GET', '/displays');
		expect(listed.displays).toContainEqual((paired.body as { display: object }).display);
		expect(JSON.stringify(listed)).not.toContain(token);
	});

	test('a cookie that means nothing waits for nothing, and a new code comes with a new token', async () => {
		expect(await stateOf('display_made-up')).toBe('unknown');
		expect((await api.call('GET', '/displays/code', { token: null })).body).toEqual({ state: 'unknown' });
		const headers = { cookie: 'benchboard_display=display_made-up' };
		const { headers: answered } = await api.call('POST', '/displays/code', { token: null, headers });
		expect(answered.get('set-cookie')).not.toContain('made-up');
	});

	test('a page elsewhere asks for no code in a screen’s name', async () => {
		const { token } = await waiting();
		const headers = { cookie: `benchboard_display=${token}`, origin: 'https://evil.example' };
		const asked: Asked = { token: null, headers };
		await expectRefused(
			api,
			{ method: 'POST', path: '/displays/code', ...asked },
			{ code: 'origin_refused' }
		);
	});

	test.each([
		[{}, invalid('code', 'name')],
		[{ code: ' ', name: 'Wall' }, invalid('code')],
		[{ code: 'K7FH3MXR', name: ' ' }, invalid('name')],
		[{ code: 'K7FH3MXR', name: 'Wall', settings: { statuses: [] } }, invalid('settings.statuses')],
		[{ code: 'K7FH3MXR', name: 'Wall', settings: { prices: true } }, invalid('settings.prices')],
		[{ code: 'K7FH3MXR', name: 'Wall', shopId: 'other' }, invalid('shopId')],
		[
			{ code: 'K7FH3MXR', name: 'Wall' },
			{ status: 422, code: 'display.code_wrong' }
		]
	])('%j is refused', (body, refusal) =>
		expectRefused(api, { method: 'POST', path: '/displays', body }, refusal)
	);

	test('a used code is refused', async () => {
		const { code } = await waiting();
		await api.call('POST', '/displays', { body: { code, name: 'One' } });
		const again = { method: 'POST', path: '/displays', body: { code, name: 'Two' } };
		await expectRefused(api, again, { status: 422, code: 'display.code_wrong' });
	});

	test('an expired code is refused', async () => {
		const { code } = await waiting();
		await api.database.sql`update display_codes set expires_at = now() - interval '1 second'`;
		const late = { method: 'POST', path: '/displays', body: { code, name: 'Late' } };
		await expectRefused(api, late, { status: 422, code: 'display.code_wrong' });
	});

	test('a display that is not there, or another shop’s, is not found', async () => {
		const theirs = await buildDisplay(api.database.sql, await buildShop(api.database.sql));
		const refusal = { status: 404, code: 'display.not_found' };
		for (const id of [theirs.id, 'nowhere', '%20', 'x'.repeat(100)]) {
			const body = { name: 'Mine' };
			await expectRefused(api, { method: 'PATCH', path: `/displays/${id}`, body }, refusal);
			await expectRefused(api, { method: 'DELETE', path: `/displays/${id}` }, refusal);
		}
		expect((await api.call('GET', '/board', { token: theirs.token })).status).toBe(200);
	});

	test('after ten wrong codes an admin waits, and the right one does not help', async () => {
		const eve = await buildPerson(api.database.sql, await buildShop(api.database.sql));
		const token = await api.signIn(eve);
		const pair = (code: string) => api.call('POST', '/displays', { token, body: { code, name: 'Mine' } });
		for (let guess = 0; guess < GUESSES.admin; guess++)
			expect(await pair('CCCCCCCC')).toMatchObject({ status: 422 });
		const { code, token: screen } = await waiting();
		const refused = await pair(code);
		expect(refused).toMatchObject({ status: 429, body: { code: 'request.too_many' } });
		expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(GUESSES.lock - 60);
		expect(await stateOf(screen)).toBe('waiting');
	});
});

describe('[D3] a display’s token', () => {
	test('moves nothing, although it asks as well as anybody', async () => {
		const body = { ...mutation(), from: 'IP', to: 'RP' };
		const path = `/jobs/${number}/moves`;
		await expectRefused(api, { method: 'POST', path, token: wall.token, body }, { code: 'forbidden' });
	});

	test('reads its own shop’s board, redacted, and no other shop’s', async () => {
		const { body } = await api.call('GET', '/board', { token: wall.token });
		expect(body).toMatchObject({ shop: { id: api.ana.shopId }, display: { id: wall.id } });
		expect(JSON.stringify(body)).not.toContain('Gonzalez');
		const eve = await buildPerson(api.database.sql, await buildShop(api.database.sql));
		await buildJob(api.database.sql, eve, { title: 'Theirs' });
		for (const query of [`?shop=${eve.shopId}`, `?shopId=${eve.shopId}`, '?as=display']) {
			const asked = await api.call('GET', `/board${query}`, { token: wall.token });
			expect(asked.body).toMatchObject({ shop: { id: api.ana.shopId } });
			expect(JSON.stringify(asked.body)).not.toContain('Theirs');
		}
	});

	test('gets the small picture of a card’s cover, and no other file', async () => {
		const read = async (address: string, token: string) => {
			const response = await served.fetch(`/attachments/${address}`, {}, token);
			await response.arrayBuffer();
			return response.status;
		};
		expect(await read(`${cover}/thumbnail`, wall.token)).toBe(200);
		expect(await read(cover, wall.token)).toBe(404);
		expect(await read(drawing, wall.token)).toBe(404);
		expect(await read(`${drawing}/thumbnail`, wall.token)).toBe(404);
		const theirs = await buildDisplay(api.database.sql, await buildShop(api.database.sql));
		expect(await read(`${cover}/thumbnail`, theirs.token)).toBe(404);
	});

	test('opens no page of the shop', async () => {
		const headers = { cookie: `benchboard_display=${wall.token}` };
		for (const page of ['/work-orders', `/work-orders/${number}`, '/contacts', '/settings/displays']) {
			const response = await fetch(api.app.url + page, { headers, redirect: 'manual' });
			expect([page, response.status]).toEqual([page, 303]);
			expect(response.headers.get('location')).toContain('/sign-in');
		}
		const home = await fetch(api.app.url, { headers, redirect: 'manual' });
		expect(home.headers.get('location')).toBe('/display');
	});

	test('beside a person’s session: the person everywhere, the display where it is asked for', async () => {
		const ben = await buildPerson(api.database.sql, await buildShop(api.database.sql));
		const cookie = `benchboard_session=${await api.signIn(ben)}; benchboard_display=${wall.token}`;
		const shopAt = async (address: string) =>
			(await api.call('GET', address, { token: null, headers: { cookie } })).body.shop;
		expect(await shopAt('/board')).toMatchObject({ id: ben.shopId });
		expect(await shopAt('/board?as=display')).toMatchObject({ id: api.ana.shopId });
		const signedOut = cookie.replace(/benchboard_session=\w+/, 'benchboard_session=gone');
		const asked = { token: null, headers: { cookie: signedOut } };
		expect((await api.call('GET', '/board', asked)).status).toBe(401);
		expect((await api.call('GET', '/board?as=display', asked)).status).toBe(200);
		const picture = await fetch(`${api.app.url}/api/v1/attachments/${cover}/thumbnail?as=display`, {
			headers: { cookie: signedOut }
		});
		expect(picture.status).toBe(200);
		const page = await fetch(`${api.app.url}/display`, { headers: { cookie } });
		expect(await page.text()).toContain('Front wall');
		const move = {
			method: 'POST',
			path: `/jobs/${number}/moves?as=display`,
			body: { ...mutation(), from: 'IP', to: 'RP' },
			token: null,
			headers: { cookie, origin: api.app.url }
		};
		await expectRefused(api, move, { code: 'forbidden' });
	});

	test('is worth nothing once it is revoked', async () => {
		const gone = await buildDisplay(api.database.sql, api.ana.shopId);
		expect(await api.call('DELETE', `/displays/${gone.id}`)).toMatchObject({ status: 204 });
		await expectRefused(
			api,
			{ method: 'GET', path: '/board', token: gone.token },
			{ status: 401, code: 'unauthenticated' }
		);
		expect(await stateOf(gone.token)).toBe('unknown');
		const file = await served.fetch(`/attachments/${cover}/thumbnail`, {}, gone.token);
		expect(file.status).toBe(404);
	});
});

test('no error of ours was logged', () => expect(api.errors()).toEqual([]));
