import { request } from 'node:https';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { PROTOCOL_VERSION } from '#lib/realtime/protocol.ts';
import { ATTEMPTS } from '#lib/server/people/attempts.ts';
import { startCluster, type Cluster } from '#tests/support/cluster.ts';
import {
	hasProxy,
	prepareProxy,
	type ReverseProxy,
	type ReverseProxyKind
} from '#tests/support/reverse-proxy.ts';
import { runCommand } from '#tests/support/run-command.ts';
import { expectNothingLost, startBurst } from './burst.ts';
import { expectConverged } from './screen.ts';
import { buildFaultShop, type Shop } from './shop.ts';

const WAIT = { timeout: 60_000, interval: 20 };
const PASSWORD = 'bench-and-loupe';
const EMAIL = 'elena@marchetti.example';

/** Processes of their own, and tools that not every machine has: in the long form alone. */
const isHere = (kind: ReverseProxyKind) => Boolean(process.env.BENCHBOARD_LONG) && hasProxy(kind);

describe.runIf(isHere('nginx'))('behind nginx with TLS, as the README shows it', () => behind('nginx'));
describe.runIf(isHere('Caddy'))('behind Caddy with TLS, as the README shows it', () => behind('Caddy'));

function behind(kind: ReverseProxyKind): void {
	let proxy: ReverseProxy;
	let cluster: Cluster;
	let shop: Shop;
	beforeAll(async () => {
		// The certificate is nobody's but this test's.
		vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
		proxy = await prepareProxy(kind);
		cluster = await startCluster(2, { ORIGIN: proxy.url });
		proxy.start(cluster.nodes.map(({ url }) => url));
		shop = await buildFaultShop(cluster.database, 4);
		const account = ['--email', EMAIL, '--password', PASSWORD, '--name', 'Marchetti'];
		const create = ['shop', 'create', '--time-zone', 'Europe/Rome', ...account];
		const made = await runCommand(create, process.cwd(), { DATABASE_URL: cluster.databaseUrl });
		expect(made.errors).toBe('');
		await vi.waitFor(async () => expect((await fetch(`${proxy.url}/readyz`)).status).toBe(200), WAIT);
	}, 400_000);
	afterAll(async () => {
		shop.close();
		await proxy.stop();
		await cluster.stop();
		vi.unstubAllEnvs();
	});

	const signIn = (password: string, init: RequestInit = {}) =>
		fetch(`${proxy.url}/api/v1/session`, {
			method: 'POST',
			body: JSON.stringify({ email: EMAIL, password }),
			...init,
			headers: { 'content-type': 'application/json', ...init.headers }
		});

	test('HTTP leads to HTTPS, and nothing of /metrics comes out', async () => {
		const plain = await fetch(`${proxy.plainUrl}/work-orders?all`, { redirect: 'manual' });
		expect([301, 308]).toContain(plain.status);
		// Caddy takes it for granted that HTTPS has its own port in front of the world.
		const { protocol, hostname, pathname, search } = new URL(plain.headers.get('location') ?? '');
		expect([protocol, hostname, pathname, search]).toEqual(['https:', 'localhost', '/work-orders', '?all']);
		expect((await fetch(`${proxy.url}/metrics`)).status).toBe(404);
	});

	test('[P3] the cookie is Secure, a form of the own address is taken and one of another is not', async () => {
		const { status, headers } = await signIn(PASSWORD);
		expect(status).toBe(200);
		expect(headers.get('set-cookie')).toMatch(/benchboard_session=.*HttpOnly; Secure; SameSite=Lax/);
		expect(headers.get('strict-transport-security')).toMatch(/max-age/);
		const form = (origin: string) =>
			fetch(`${proxy.url}/sign-in`, {
				method: 'POST',
				redirect: 'manual',
				body: new URLSearchParams({ email: EMAIL, password: PASSWORD }),
				headers: { origin, accept: 'text/html' }
			});
		const own = await form(proxy.url);
		expect(own.status).toBe(303);
		expect(own.headers.get('set-cookie')).toContain('Secure');
		expect((await form('https://evil.example')).status).toBe(403);
	});

	test('whole pages come through it, as after a reload', async () => {
		const { headers } = await signIn(PASSWORD);
		const cookie = headers.get('set-cookie')!.split(';')[0]!;
		for (const page of ['/work-orders', '/work-orders/list', '/dashboard', '/contacts', '/settings']) {
			const { status } = await fetch(proxy.url + page, { headers: { cookie } });
			expect([page, status]).toEqual([page, 200]);
		}
	});

	test('boards connect through it with the cookie, from the own address alone', async () => {
		const { headers } = await signIn(PASSWORD);
		const cookie = headers.get('set-cookie')!.split(';')[0]!;
		const join = (origin: string) =>
			new Promise((resolve) => {
				const socket = io(proxy.url, {
					transports: ['websocket'],
					forceNew: true,
					reconnection: false,
					rejectUnauthorized: false,
					extraHeaders: { cookie, origin },
					auth: { protocol: PROTOCOL_VERSION, since: null }
				});
				socket.once('connect', () => resolve('connected'));
				socket.once('connect_error', (error) => resolve(error.message));
				socket.onAny(() => socket.disconnect());
			});
		expect(await join(proxy.url)).toBe('connected');
		expect(await join('https://evil.example')).toBe('origin_refused');
	});

	test('[P3] guesses are counted for the address that is forwarded', async () => {
		const guess = (localAddress: string) =>
			new Promise<number>((resolve, reject) => {
				const headers = { 'content-type': 'application/json' };
				const options = { method: 'POST', localAddress, headers, rejectUnauthorized: false };
				const sent = request(`${proxy.url}/api/v1/session`, options, (response) => {
					resolve(response.resume().statusCode ?? 0);
				});
				sent.once('error', reject).end(JSON.stringify({ email: 'guessed@shop.test', password: 'wrong' }));
			});
		const answers: number[] = [];
		// Each node counts on its own.
		while (answers.at(-1) !== 429 && answers.length <= 2 * ATTEMPTS.pair)
			answers.push(await guess('127.0.0.2'));
		expect(answers.at(-1)).toBe(429);
		expect(await guess('127.0.0.3')).toBe(401);
	});

	test('a file of 8 MiB comes through, and what is larger is told in words', async () => {
		const send = (bytes: number) => {
			const form = new FormData();
			form.set('kind', 'inspiration');
			form.set('file', new File([new Uint8Array(bytes)], 'a.png'));
			return fetch(`${proxy.url}/api/v1/jobs/${shop.numbers[0]}/attachments`, {
				method: 'POST',
				body: form,
				headers: { authorization: `Bearer ${shop.token}` }
			});
		};
		expect(await (await send(8 * 1024 * 1024)).json()).toMatchObject({ status: 415 });
		expect(await (await send(8 * 1024 * 1024 + 1)).json()).toMatchObject({ code: 'attachment.too_large' });
	});

	test('[C1] [C2] boards follow a burst through it, and a restart of every node loses nothing', async () => {
		const screens = await shop.open(6, proxy.url);
		const through = { url: proxy.url, token: shop.token };
		await expectConverged(screens, through);
		const moving = startBurst({ ...through, numbers: shop.numbers });
		for (const node of cluster.nodes) {
			await moving.more(100);
			expect(await node.kill('SIGTERM')).toBe(0);
			await node.restart();
		}
		await moving.more(100);
		const acknowledged = await moving.stop();
		await expectConverged(screens, through);
		await expectNothingLost(cluster.database.sql, shop.ana.shopId, acknowledged);
		console.log(
			`through ${kind}: 2 nodes restarted, ${acknowledged.length} acknowledged moves, 0 lost, ` +
				`${moving.failures.length} requests were sent again (${[...new Set(moving.failures)].join(', ')})`
		);
	}, 200_000);
}
