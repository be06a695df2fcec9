import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ATTEMPTS } from '#lib/server/people/attempts.ts';
import { startApi, type ApiClient } from './api-client.ts';

let api: ApiClient;
beforeAll(async () => {
	api = await startApi({ ORIGIN: 'https://board.example.com' });
}, 200_000);
afterAll(() => api.stop());

const WRONG = { status: 401, body: { code: 'credentials.wrong' } };
const signIn = (email: string) =>
	api.call('POST', '/session', { token: null, body: { email, password: 'wrong' } });
/** As a browser without scripts posts it. */
const postForm = (body: BodyInit, headers: Record<string, string> = {}) =>
	fetch(`${api.app.url}/sign-in`, { method: 'POST', body, headers: { accept: 'text/html', ...headers } });

describe('[P3] guessing over HTTP', () => {
	test('ends in 429 with Retry-After, by the API and by the page', async () => {
		const email = 'guessed@shop.test';
		for (let count = 0; count < ATTEMPTS.pair; count += 1) expect(await signIn(email)).toMatchObject(WRONG);
		const refusal = await signIn(email);
		expect(refusal).toMatchObject({ status: 429, body: { code: 'request.too_many' } });
		const seconds = Number(refusal.headers.get('retry-after'));
		expect(seconds).toBe(refusal.body.retryAfter);
		expect(seconds).toBeGreaterThan(ATTEMPTS.window - 60);
		expect(seconds).toBeLessThanOrEqual(ATTEMPTS.window);
		const page = await postForm(new URLSearchParams({ email, password: 'wrong' }));
		expect(page.status).toBe(429);
		expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(ATTEMPTS.window - 60);
		expect(await page.text()).toContain('Too many attempts.');
		expect(await signIn('another@shop.test')).toMatchObject(WRONG);
	});

	test('through the proxy is counted for each client behind it, and claims are not believed', async () => {
		const through = { host: 'board.example.com' };
		for (let count = 0; count < ATTEMPTS.pair; count += 1)
			expect(await guess({ ...through, 'x-forwarded-for': `10.1.1.${count}, 203.0.113.1` })).toBe(401);
		expect(await guess({ ...through, 'x-forwarded-for': '203.0.113.1' })).toBe(429);
		expect(await guess({ ...through, 'x-forwarded-for': '203.0.113.2' })).toBe(401);
		expect(await guess({ 'x-forwarded-for': '203.0.113.1' })).toBe(401);
	});
});

describe('what is no sign-in', () => {
	test('an e-mail with a control character is named', async () => {
		expect(await signIn('a\u0000@a.com')).toMatchObject({
			status: 422,
			body: { code: 'input.invalid', fields: { email: 'Control characters are not allowed.' } }
		});
		const page = await postForm(new URLSearchParams({ email: 'a\u0000@a.com', password: 'wrong' }));
		expect(page.status).toBe(422);
	});

	test('a form without a boundary is unreadable', async () => {
		const page = await postForm('x', { 'content-type': 'multipart/form-data' });
		expect(page.status).toBe(400);
		expect(await page.text()).toContain('The request could not be read.');
	});

	test('a form of ten megabytes is too large', async () => {
		const page = await postForm(new URLSearchParams({ email: 'x'.repeat(10_000_000) }));
		expect(page.status).toBe(413);
	});

	test('none of them is a fault of ours', () => {
		expect(api.errors()).toEqual([]);
	});
});

test('[P2] with a public address nobody is at the machine itself', async () => {
	await api.database.sql`delete from sessions`;
	await api.database.sql`delete from people`;
	await api.database.sql`delete from shops`;
	const page = await (await fetch(`${api.app.url}/set-up`)).text();
	expect(page).toContain('name="code"');
});

/** A guess at one account with headers that `fetch` would not send. */
function guess(headers: Record<string, string>): Promise<number | undefined> {
	return new Promise((resolve, reject) => {
		const sent = request(
			`${api.app.url}/api/v1/session`,
			{ method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
			(response) => {
				response.resume();
				resolve(response.statusCode);
			}
		);
		sent.once('error', reject).end(JSON.stringify({ email: 'proxied@shop.test', password: 'wrong' }));
	});
}
