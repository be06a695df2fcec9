import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openConnection, type Connection, type ConnectionListener } from './connection.ts';

let server: Server;
let port: number;
let connection: Connection | undefined;
let page: EventTarget;
let told: string[];
/** The hand-shakes that the server has seen. */
let greetings: unknown[];
let refusal: string | null;
let answers: boolean;
/** What the server was told about the screen, in order. */
let reports: unknown[];

beforeEach(async () => {
	[told, greetings, reports, refusal, answers, port] = [[], [], [], null, true, 0];
	await openServer();
	page = new EventTarget();
	vi.stubGlobal('location', { protocol: 'http:', host: `127.0.0.1:${port}` });
	vi.stubGlobal('document', Object.assign(page, { visibilityState: 'visible' }));
	vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
	vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
});
afterEach(async () => {
	vi.useRealTimers();
	connection?.close();
	await server.close();
	vi.unstubAllGlobals();
});

async function openServer(): Promise<void> {
	const http = createServer();
	server = new Server(http, { transports: ['websocket'] });
	server.use(({ handshake }, next) => {
		greetings.push(handshake.auth);
		next(refusal ? Object.assign(new Error(refusal), { data: { code: refusal } }) : undefined);
	});
	server.on('connection', (socket) => {
		socket.emit('board:pulse', { version: 7, now: '' });
		socket.on('presence', (report: unknown) => reports.push(report));
		socket.on('board:since', ({ since }: { since: number }, acknowledge: (answer: object) => void) => {
			if (answers) acknowledge({ from: since, to: since, changes: [] });
		});
	});
	await once(http.listen(port, '127.0.0.1'), 'listening');
	port = (http.address() as AddressInfo).port;
}

async function connect(): Promise<void> {
	let version = 6;
	const tell = (what: string) => () => void told.push(what);
	const listener: ConnectionListener = {
		version: () => version++,
		linkUp: tell('up'),
		linkDown: tell('down'),
		receive: tell('changes'),
		pulse: tell('pulse'),
		reload: tell('reload'),
		presence: tell('presence'),
		end: (reason) => {
			told.push(reason);
			connection?.close();
		}
	};
	connection = openConnection(listener);
	if (refusal === null) await vi.waitFor(() => expect(told).toEqual(['up', 'pulse']));
}

const again = (timeout: number) =>
	vi.waitFor(() => expect(told.slice(-2)).toEqual(['up', 'pulse']), { timeout, interval: 10 });

test('every hand-shake names the version that the board is at then', async () => {
	await connect();
	server.disconnectSockets(true);
	await vi.waitFor(() => expect(told).toContain('down'));
	await again(2_000);
	expect(greetings).toEqual([
		{ protocol: 1, since: 6 },
		{ protocol: 1, since: 7 }
	]);
});

test('what the server says is passed on, and questions are answered', async () => {
	await connect();
	server.emit('board:changes', { from: 7, to: 7, changes: [] });
	server.emit('board:reload', { version: 9 });
	await vi.waitFor(() => expect(told).toEqual(['up', 'pulse', 'changes', 'reload']));
	expect(await connection!.since(3)).toEqual({ from: 3, to: 3, changes: [] });
});

describe('[P4] what the screen shows', () => {
	test('is told at once, and anew after a reconnection', async () => {
		await connect();
		connection!.report({ looking: 3 });
		connection!.report({ dragging: 4 });
		await vi.waitFor(() => expect(reports.slice(-2)).toEqual([{ looking: 3 }, { looking: 3, dragging: 4 }]));
		reports.length = 0;
		server.disconnectSockets(true);
		await vi.waitFor(() => expect(reports).toEqual([{ looking: 3, dragging: 4 }]), { timeout: 2_000 });
	});

	test('is not sent late when it was said without a connection', async () => {
		await connect();
		server.disconnectSockets(true);
		await vi.waitFor(() => expect(told).toContain('down'));
		reports.length = 0;
		connection!.report({ dragging: 4 });
		connection!.report({ dragging: null });
		await vi.waitFor(() => expect(reports).toEqual([{ dragging: null }]), { timeout: 2_000 });
	});
});

describe('[C4] a connection that is gone', () => {
	test('comes back by itself within two seconds of the server’s return', async () => {
		await connect();
		await server.close();
		await vi.waitFor(() => expect(told).toContain('down'));
		await vi.waitFor(() => expect(told.filter((what) => what === 'down').length).toBeGreaterThan(3), {
			timeout: 8_000
		});
		await openServer();
		await again(2_000);
	});

	test('and does not know it is found out by its silence', async () => {
		await connect();
		connection?.close();
		told.length = 0;
		vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
		await connect();
		vi.advanceTimersByTime(15_000);
		expect(told).toEqual(['up', 'pulse']);
		vi.advanceTimersByTime(1_000);
		expect(told).toEqual(['up', 'pulse', 'down']);
		await again(2_000);
	});

	test('from the database is found out although the server goes on telling who is connected', async () => {
		await connect();
		connection?.close();
		told.length = 0;
		vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
		await connect();
		vi.advanceTimersByTime(15_000);
		server.emit('presence', { terminals: [] });
		await vi.waitFor(() => expect(told).toEqual(['up', 'pulse', 'presence']));
		vi.advanceTimersByTime(1_000);
		expect(told.at(-1)).toBe('down');
	});

	test('and does not know it is found out when the page is looked at again', async () => {
		await connect();
		answers = false;
		page.dispatchEvent(new Event('visibilitychange'));
		await vi.waitFor(() => expect(told).toEqual(['up', 'pulse', 'down', 'up', 'pulse']), { timeout: 4_000 });
	});

	test('is given up at once when the browser says that there is no network, and tried at once when there is', async () => {
		await connect();
		page.dispatchEvent(new Event('offline'));
		expect(told).toEqual(['up', 'pulse', 'down']);
		await again(1_000);
		await server.close();
		await vi.waitFor(() => expect(told.at(-1)).toBe('down'));
		await openServer();
		page.dispatchEvent(new Event('online'));
		await again(1_000);
	});

	test('a healthy one survives being looked at', async () => {
		await connect();
		page.dispatchEvent(new Event('pageshow'));
		page.dispatchEvent(new Event('online'));
		await connection!.since(1);
		expect(told).toEqual(['up', 'pulse']);
	});
});

describe('a refusal', () => {
	test.each([
		['unauthenticated', 'signed_out'],
		['protocol_outdated', 'reload_needed']
	])('%s is the end', async (code, reason) => {
		refusal = code;
		await connect();
		await vi.waitFor(() => expect(told).toContain(reason));
		refusal = null;
		page.dispatchEvent(new Event('online'));
		expect(told).not.toContain('up');
	});

	test('that may pass is tried again', async () => {
		refusal = 'service.unavailable';
		await connect();
		await vi.waitFor(() => expect(told).toContain('down'));
		refusal = null;
		await again(2_000);
	});

	test.each(['signed_out', 'removed'] as const)(
		'[P3] a session that ends as %s is the end',
		async (reason) => {
			await connect();
			server.emit('session:ended', { reason });
			await vi.waitFor(() => expect(told).toContain(reason));
		}
	);
});
