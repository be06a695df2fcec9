import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMetrics } from '#tests/support/metrics.ts';
import { startStoppableDatabase, type StoppableDatabase } from '#tests/support/stoppable-database.ts';
import { mutation, startApi, type ApiClient } from './api-client.ts';

let database: StoppableDatabase;
let api: ApiClient;
beforeAll(async () => {
	database = await startStoppableDatabase();
	api = await startApi({}, database.url);
}, 200_000);
afterAll(async () => {
	await api.stop();
	await database.destroy();
});

const UNAVAILABLE = { status: 503, body: { status: 503, code: 'service.unavailable', retryAfter: 5 } };

const visit = (address: string, init: RequestInit = {}) =>
	fetch(api.app.url + address, {
		headers: { cookie: `benchboard_session=${api.token}` },
		redirect: 'manual',
		...init
	});

const listenUp = async () => (await readMetrics(api.app.url)).value('benchboard_listen_up');

async function expectUnavailablePage(address: string, init?: RequestInit): Promise<void> {
	const response = await visit(address, init);
	expect(response.status, address).toBe(503);
	expect(response.headers.get('retry-after'), address).toBe('5');
	expect(response.headers.get('content-type'), address).toMatch(/^text\/html/);
	expect(await response.text()).not.toMatch(/ECONNREFUSED|node_modules/);
}

async function expectUnavailableApi(method: string, path: string, body?: object): Promise<void> {
	const answer = await api.call(method, path, { body });
	expect(answer, path).toMatchObject(UNAVAILABLE);
	expect(answer.type).toBe('application/problem+json');
	expect(answer.headers.get('retry-after')).toBe('5');
}

test('a database that goes away is waited for, and found again without a restart', async () => {
	const pid = api.app.pid();
	expect((await visit('/work-orders')).status).toBe(200);

	await database.stop();
	for (const page of ['/work-orders', '/sign-in', '/set-up']) await expectUnavailablePage(page);
	const form = new URLSearchParams({ email: 'ana@gold.test', password: 'wrong' });
	await expectUnavailablePage('/sign-in', { method: 'POST', body: form, headers: { accept: 'text/html' } });
	await expectUnavailableApi('GET', '/board');
	await expectUnavailableApi('POST', '/jobs/1/moves', { ...mutation(), from: 'QN', to: 'IP' });
	await expectUnavailableApi('POST', '/session', { email: 'ana@gold.test', password: 'wrong' });
	expect((await visit('/healthz', { headers: {} })).status).toBe(200);
	expect((await visit('/readyz', { headers: {} })).status).toBe(503);

	expect(await listenUp()).toBe(0);
	expect((await readMetrics(api.app.url)).value('benchboard_feed_unseen_seconds')).toBeGreaterThan(0);

	await database.start();
	await expect.poll(async () => (await visit('/readyz')).status, { timeout: 10_000 }).toBe(200);
	expect((await visit('/work-orders')).status).toBe(200);
	expect((await api.call('GET', '/board')).status).toBe(200);
	await expect.poll(listenUp, { timeout: 10_000 }).toBe(1);
	expect(api.app.pid()).toBe(pid);
	expect(api.errors()).toEqual([]);
}, 30_000);
