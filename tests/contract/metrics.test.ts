import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '#lib/realtime/protocol.ts';
import { buildDisplay, buildJob } from '#tests/support/factories.ts';
import { readMetrics } from '#tests/support/metrics.ts';
import { phonePhoto } from '#tests/support/pictures.ts';
import { mutation, startApi, type ApiClient } from './api-client.ts';
import { formOf } from './upload-client.ts';

const README = new URL('../../src/lib/server/metrics/README.md', import.meta.url);
/** For what comes when it comes. */
const PATIENCE = { timeout: 10_000 };
const TOKEN = 'scrape-0123456789abcdef';
const sockets: Socket[] = [];

let dataDir: string;
let api: ApiClient;
beforeAll(async () => {
	dataDir = await mkdtemp(path.join(tmpdir(), 'metrics-'));
	api = await startApi({ DATA_DIR: dataDir, LOG_LEVEL: 'debug' });
}, 200_000);
afterEach(() => {
	for (const socket of sockets.splice(0)) socket.disconnect();
});
afterAll(async () => {
	await api.stop();
	rmSync(dataDir, { recursive: true });
});

const read = () => readMetrics(api.app.url);
const status = async (url: string, headers: Record<string, string> = {}) =>
	(await fetch(`${url}/metrics`, { headers })).status;
/** A screen that follows the board. */
const watch = (token: string) => {
	const auth = { protocol: PROTOCOL_VERSION, since: null, token };
	const socket = io(api.app.url, { transports: ['websocket'], forceNew: true, auth });
	sockets.push(socket);
	return new Promise<Socket>((resolve, reject) =>
		socket.once('connect_error', reject).once('board:reload', () => resolve(socket))
	);
};

describe('who may read them', () => {
	test('without a token: the machine itself, by its own name, through nobody', async () => {
		const { host, port } = new URL(api.app.url);
		expect(await status(api.app.url)).toBe(200);
		expect(await status(`http://localhost:${port}`)).toBe(200);
		for (const name of ['x-forwarded-for', 'x-real-ip'])
			expect(await status(api.app.url, { [name]: '127.0.0.1' })).toBe(404);
		expect(await statusFor({ host: `board.example.com:${port}` })).toBe(404);
		expect(await statusFor({ host })).toBe(200);
		expect(
			await status(api.app.url, { 'x-forwarded-for': '127.0.0.1', authorization: `Bearer ${api.token}` })
		).toBe(404);
	});

	test('with one: whoever has it, and for everybody else there is no such page', async () => {
		const open = await startApi({ METRICS_TOKEN: TOKEN, ORIGIN: 'https://board.example.com' });
		expect(await status(open.app.url, { authorization: `Bearer ${TOKEN}` })).toBe(200);
		const through = { authorization: `Bearer ${TOKEN}`, 'x-forwarded-for': '203.0.113.1' };
		expect(await status(open.app.url, through)).toBe(200);
		for (const authorization of ['', `Bearer ${TOKEN}x`, `Bearer ${open.token}`, `Basic ${TOKEN}`]) {
			const response = await fetch(`${open.app.url}/metrics`, { headers: { authorization } });
			expect(response.status, authorization).toBe(404);
			expect(await response.json()).toMatchObject({ code: 'not_found' });
		}
		await open.stop();
	}, 60_000);
});

test('a balancer and a collector that come by all the time fill no log', async () => {
	for (const probe of ['/healthz', '/readyz', '/metrics'])
		expect((await fetch(api.app.url + probe)).status).toBe(200);
	expect((await api.call('GET', '/board')).status).toBe(200);
	await expect.poll(() => api.app.log(), PATIENCE).toContain('"route":"/api/v1/board"');
	expect(api.app.log()).not.toMatch(/"route":"\/(healthz|readyz|metrics)","status":200/);
});

test('the table beside the code lists what the server tells, and the server tells what it lists', async () => {
	const { names } = await read();
	const rows = readFileSync(README, 'utf8')
		.split('\n')
		.filter((line) => /^\| `(benchboard|nodejs|process)_/.test(line));
	const documented = rows
		.map((row) => row.split('|')[1] ?? '')
		.map((cell) => ({
			names: [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
			here: !cell.includes('(Linux)') || process.platform === 'linux'
		}));
	expect(
		documented
			.filter(({ here }) => here)
			.flatMap((row) => row.names)
			.sort()
	).toEqual([...names].sort());
});

describe('what is counted', () => {
	const MOVES = 'method="POST",route="/api/v1/jobs/[number]/moves"';
	const COUNTS = {
		answered: `benchboard_request_duration_seconds_count{${MOVES},status="2xx"}`,
		refused: `benchboard_request_duration_seconds_count{${MOVES},status="4xx"}`,
		committed: 'benchboard_move_commit_seconds_count',
		delivered: 'benchboard_change_delivery_seconds_count',
		begun: 'benchboard_database_wait_seconds_count'
	};
	const counts = async () => {
		const { value } = await read();
		const counted = Object.entries(COUNTS).map(([name, sample]) => [name, value(sample)]);
		return Object.fromEntries(counted) as Record<keyof typeof COUNTS, number>;
	};

	test('a move, from its request to its commit and to the screens; a refused one is none', async () => {
		const number = await buildJob(api.database.sql, api.ana, { status: 'CR' });
		const screen = await watch(api.token);
		const before = await counts();
		const heard = new Promise((resolve) => screen.once('board:changes', resolve));
		const move = (from: string, to: string) =>
			api.call('POST', `/jobs/${number}/moves`, { body: { ...mutation(), from, to } });
		expect((await move('CR', 'IP')).status).toBe(200);
		expect((await move('CR', 'IP')).status).toBe(409);
		await heard;
		const after = await counts();
		expect(after).toMatchObject({
			answered: before.answered + 1,
			refused: before.refused + 1,
			committed: before.committed + 1,
			delivered: before.delivered + 1
		});
		expect(after.begun).toBeGreaterThanOrEqual(before.begun + 2);
		const { value } = await read();
		expect(value('benchboard_move_commit_seconds_sum')).toBeGreaterThan(0);
		expect(value('benchboard_database_transactions{state="running"}')).toBe(0);
	});

	test('the screens of people and displays, coming and going', async () => {
		const wall = await buildDisplay(api.database.sql, api.ana.shopId);
		const screens = async () => {
			const { value } = await read();
			return ['person', 'display'].map((kind) => value(`benchboard_connected_screens{kind="${kind}"}`));
		};
		const connections = (await read()).value('benchboard_screen_connections_total{kind="person"}');
		await expect.poll(screens, PATIENCE).toEqual([0, 0]);
		await Promise.all([watch(api.token), watch(api.token), watch(wall.token)]);
		expect(await screens()).toEqual([2, 1]);
		expect((await read()).value('benchboard_screen_connections_total{kind="person"}')).toBe(connections + 2);
		for (const socket of sockets.splice(0)) socket.disconnect();
		await expect.poll(screens, PATIENCE).toEqual([0, 0]);
	});

	test('the feed listens and is not behind', async () => {
		const { value } = await read();
		expect(value('benchboard_listen_up')).toBe(1);
		expect(value('benchboard_feed_lag_versions')).toBe(0);
		expect(value('benchboard_feed_lag_seconds')).toBe(0);
		expect(value('benchboard_feed_unseen_seconds')).toBeGreaterThan(0);
		expect(value('benchboard_database_connections_max')).toBe(10);
		expect(value('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
	});

	test('what the place for files could not do', async () => {
		const number = await buildJob(api.database.sql, api.ana);
		// A file where the folder was: nothing can be put below it.
		rmSync(path.join(dataDir, 'files'), { recursive: true });
		writeFileSync(path.join(dataDir, 'files'), '');
		const body = formOf({ kind: 'inspiration', file: await phonePhoto() });
		const headers = { authorization: `Bearer ${api.token}` };
		const address = `${api.app.url}/api/v1/jobs/${number}/attachments`;
		expect((await fetch(address, { method: 'POST', headers, body })).status).toBe(503);
		const { value } = await read();
		expect(value('benchboard_storage_errors_total{operation="put"}')).toBeGreaterThan(0);
	});
});

/** Asks under another name than the address, which `fetch` would not send. */
function statusFor(headers: Record<string, string>): Promise<number | undefined> {
	return new Promise((resolve, reject) => {
		const sent = request(`${api.app.url}/metrics`, { headers }, (response) => {
			response.resume();
			resolve(response.statusCode);
		});
		sent.once('error', reject).end();
	});
}
