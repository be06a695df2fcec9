import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { waitUntilReachable } from './client-reachable.ts';

let server: Server | null = null;
const taken: Socket[] = [];
afterEach(() => {
	for (const socket of taken.splice(0)) socket.destroy();
	server?.close();
	server = null;
});

/** The address of something that does so with every connection. */
async function at(greet: (socket: Socket) => void): Promise<string> {
	server = createServer((socket) => {
		taken.push(socket.on('error', () => undefined));
		greet(socket);
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	return `postgres://board:secret@127.0.0.1:${(server.address() as AddressInfo).port}/board`;
}

test('an address where nothing listens is named in one line, without the password', async () => {
	const failure = waitUntilReachable('postgres://board:secret@127.0.0.1:1/board', 0);
	await expect(failure).rejects.toThrow(
		'The database at 127.0.0.1:1 (DATABASE_URL) cannot be used: connect ECONNREFUSED 127.0.0.1:1'
	);
	await expect(failure).rejects.not.toThrow(/secret|\n/);
});

test('a name that does not exist is told as such', async () => {
	await expect(waitUntilReachable('postgres://db.invalid/board', 0)).rejects.toThrow(
		/db\.invalid.*(ENOTFOUND|EAI_AGAIN)/
	);
});

test.each([
	['hangs up', 'what is there hangs up', (socket: Socket) => socket.end()],
	[
		'hangs up when it is asked',
		'what is there hangs up',
		(socket: Socket) => socket.once('data', () => socket.end())
	],
	['stays silent', 'no answer within 2 s', () => undefined],
	[
		'speaks HTTP',
		'what answers there is no PostgreSQL',
		(socket: Socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
	],
	[
		'speaks first',
		'what answers there is no PostgreSQL',
		(socket: Socket) => socket.write('SSH-2.0-OpenSSH_9.9\r\n')
	]
])('what %s does not hold up a start', async (_, reason, greet) => {
	const address = await at(greet);
	const begun = Date.now();
	await expect(waitUntilReachable(address, 500)).rejects.toThrow(
		new RegExp(`^The database at 127\\.0\\.0\\.1:\\d+ \\(DATABASE_URL\\) cannot be used: ${reason}$`)
	);
	expect(Date.now() - begun).toBeLessThan(3000);
});

test('asked for TLS, what stays silent does not hold up a start either', async () => {
	const address = await at(() => undefined);
	const begun = Date.now();
	await expect(waitUntilReachable(`${address}?sslmode=require`, 0)).rejects.toThrow(
		/DATABASE_URL.*no answer/
	);
	expect(Date.now() - begun).toBeLessThan(3000);
});

test.each([
	['postgres://u:p@ss/word@db.invalid/board', /ss|word@/],
	['postgres://u:p@127.0.0.1:1/word@db.invalid/board', /127|word@/],
	['postgres://u:pa/ss@db.invalid/board', /pa|ss@/],
	['postgres://u:50%off@db.invalid/board', /50%|off/]
])('of a password that is not encoded nothing is shown, but how to: %s', async (address, secret) => {
	const failure = await waitUntilReachable(address, 0).catch((error: Error) => error.message);
	expect(failure).toMatch(
		/^The database at db\.invalid \(DATABASE_URL\) cannot be used.*percent-encoded: @ as %40/
	);
	expect(String(failure).replaceAll(/password|address/g, '')).not.toMatch(secret);
});
