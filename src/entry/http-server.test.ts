import { request, type Server } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import {
	ADDRESS_HEADER,
	closeServer,
	createHttpServer,
	listenAt,
	PATIENCE,
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

describe('a client that sends a byte at a time is answered with 408, and cut off', () => {
	const patience = { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 50 };
	test.each([
		['in the headers', 'POST / HTTP/1.1\r\nhost: x\r\n', 'x-a: b\r\n'],
		['in the body', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 8000000\r\n\r\n', 'x']
	])('%s', async (_, start, more) => {
		const url = await serve(null, patience);
		expect(await drip(url, start, more)).toMatch(/^HTTP\/1.1 408 /);
	});

	test('in the server that is started too, in less time than a file takes', () => {
		expect(PATIENCE.headersTimeout).toBeLessThanOrEqual(20_000);
		expect(PATIENCE.requestTimeout).toBeLessThanOrEqual(300_000);
	});
});

test('a port in use is told in one line', async () => {
	const port = Number(new URL(await serve(null)).port);
	await expect(requireFreePort('127.0.0.1', port, 0)).rejects.toThrow(
		`Port ${port} is in use: stop what runs there, or set PORT.`
	);
});

async function serve(origin: string | null, patience?: typeof PATIENCE): Promise<string> {
	const created = createHttpServer(origin, patience);
	server = created.server;
	created.handleWith((asked, response) => {
		const { [SCHEME_HEADER]: scheme, [ADDRESS_HEADER]: address } = asked.headers;
		asked.on('error', () => undefined).on('end', () => response.end(JSON.stringify([scheme, address])));
		asked.resume();
	});
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

/** Sends more and more, and returns what is answered when the server has had enough. */
function drip(url: string, start: string, more: string): Promise<string> {
	return new Promise((resolve) => {
		let answer = '';
		const socket = connect(Number(new URL(url).port), '127.0.0.1');
		const dripping = setInterval(() => socket.write(more), 20);
		socket.write(start);
		socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
		socket
			.on('error', () => undefined)
			.on('close', () => {
				clearInterval(dripping);
				resolve(answer);
			});
	});
}
