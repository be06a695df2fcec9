import { request, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import {
	ADDRESS_HEADER,
	closeServer,
	createHttpServer,
	listenAt,
	requireFreePort,
	SCHEME_HEADER
} from './http-server.ts';

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

test('[P3] behind a proxy the client’s address is the last that was forwarded, for the public address alone', async () => {
	const url = await serve('https://board.example.com');
	const forwarded = { 'x-forwarded-for': '198.51.100.1, 203.0.113.9', [ADDRESS_HEADER]: '6.6.6.6' };
	expect(await addressOf(url, { ...forwarded, host: 'board.example.com' })).toBe('203.0.113.9');
	expect(await addressOf(url, forwarded)).toBe('127.0.0.1');
	expect(await addressOf(url, { [ADDRESS_HEADER]: '6.6.6.6', host: 'board.example.com' })).toBe('127.0.0.1');
});

test('[P3] without a public address nothing that is forwarded is believed', async () => {
	const url = await serve(null);
	expect(await addressOf(url, { 'x-forwarded-for': '203.0.113.9', host: 'anything' })).toBe('127.0.0.1');
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
	created.handleWith(({ headers }, response) =>
		response.end(JSON.stringify([headers[SCHEME_HEADER], headers[ADDRESS_HEADER]]))
	);
	return listenAt(server, '127.0.0.1', 0);
}

type Learned = [scheme: string, address: string];

const schemeOf = async (url: string, headers: Record<string, string>) => (await learned(url, headers))[0];
const addressOf = async (url: string, headers: Record<string, string>) => (await learned(url, headers))[1];

function learned(url: string, headers: Record<string, string>): Promise<Learned> {
	return new Promise((resolve, reject) => {
		const sent = request(url, { headers }, (response) => {
			response.setEncoding('utf8').once('data', (text: string) => resolve(JSON.parse(text) as Learned));
		});
		sent.once('error', reject).end();
	});
}
