import { request, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { closeServer, createHttpServer, listenAt, requireFreePort, SCHEME_HEADER } from './http-server.ts';

let server: Server | undefined;
afterEach(async () => {
	if (server) await closeServer(server, () => Promise.resolve());
});

test('only the public address is answered as HTTPS, and a claim of the client is not believed', async () => {
	const url = await serve('https://board.example.com');
	const claim = { [SCHEME_HEADER]: 'https' };
	expect(await schemeOf(url, {})).toBe('http');
	expect(await schemeOf(url, claim)).toBe('http');
	expect(await schemeOf(url, { host: 'board.example.com' })).toBe('https');
	expect(await schemeOf(url, { host: 'BOARD.example.com', [SCHEME_HEADER]: 'ftp' })).toBe('https');
	expect(await schemeOf(url, { host: 'board.example.com:8080' })).toBe('http');
});

test('without a public address everything is what it is', async () => {
	const url = await serve(null);
	expect(await schemeOf(url, { [SCHEME_HEADER]: 'https', host: 'anything' })).toBe('http');
});

test('a port in use is told in one line', async () => {
	const port = Number(new URL(await serve(null)).port);
	await expect(requireFreePort('127.0.0.1', port, 0)).rejects.toThrow(
		`Port ${port} is in use: stop what runs there, or set PORT.`
	);
});

async function serve(origin: string | null): Promise<string> {
	const created = createHttpServer(origin);
	server = created.server;
	created.handleWith((incoming, response) => response.end(incoming.headers[SCHEME_HEADER]));
	return listenAt(server, '127.0.0.1', 0);
}

function schemeOf(url: string, headers: Record<string, string>): Promise<string> {
	return new Promise((resolve, reject) => {
		const sent = request(url, { headers }, (response) => {
			response.setEncoding('utf8').once('data', resolve);
		});
		sent.once('error', reject).end();
	});
}
