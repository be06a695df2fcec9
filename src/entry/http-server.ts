import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createProbe } from 'node:net';
import type { AddressInfo } from 'node:net';
import { isDraining } from '#lib/server/readiness.ts';
import { setSecurityHeaders } from '#lib/server/http/security-headers.ts';
import { clientAddress } from './client-address.ts';
import { UsageError } from './fail.ts';

/** The header by which the framework learns the scheme. Whatever a client sends under this name is overwritten. */
export const SCHEME_HEADER = 'x-benchboard-scheme';

/** The header by which it learns the client's address, in the same way. */
export const ADDRESS_HEADER = 'x-benchboard-address';

/**
 * Milliseconds that a client may take to send its headers, and its whole request: the largest file over a slow phone, and no
 * connection that is held open a byte at a time. What takes longer is answered with 408, and the connection closed.
 */
export const PATIENCE = {
	headersTimeout: 20_000,
	requestTimeout: 300_000,
	connectionsCheckingInterval: 5_000
};

/** Milliseconds without a look at `/readyz` after which nobody is taken to watch it. */
const WATCH = 15_000;
let watchedAt = -Infinity;

class PortInUse extends UsageError {}

/**
 * Fails with one clear line when the port is taken, before anything else is started. A server that is about to end, as after
 * a restart, gets `patience` milliseconds to leave it.
 */
export async function requireFreePort(host: string, port: number, patience: number): Promise<void> {
	const deadline = Date.now() + patience;
	for (;;) {
		const probe = createProbe();
		try {
			await listen(probe, host, port);
			await new Promise((resolve) => probe.close(resolve));
			return;
		} catch (error) {
			if (!(error instanceof PortInUse) || Date.now() >= deadline) throw error;
		}
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}

/**
 * The server answers requests to the public address as that address, and all others (localhost, a name or number in the
 * shop's network) as what they are: plain HTTP. What a client claims about the scheme is not believed. Who is behind a proxy
 * is asked for requests to the public address alone: nothing else comes through one.
 */
export function createHttpServer(
	origin: string | null,
	patience = PATIENCE
): {
	server: Server;
	handleWith: (handler: RequestListener) => void;
} {
	const server = createServer(patience);
	const publicUrl = origin ? new URL(origin) : null;
	const handleWith = (handler: RequestListener) =>
		server.on('request', (request, response) => {
			const isPublic = publicUrl !== null && request.headers.host?.toLowerCase() === publicUrl.host;
			const forwardedFor = isPublic ? request.headers['x-forwarded-for'] : undefined;
			request.headers[SCHEME_HEADER] = isPublic ? publicUrl.protocol.slice(0, -1) : 'http';
			request.headers[ADDRESS_HEADER] = clientAddress(
				request.socket.remoteAddress,
				String(forwardedFor ?? '')
			);
			if (request.url === '/readyz') watchedAt = performance.now();
			// The next request is for another node.
			if (isDraining()) response.shouldKeepAlive = false;
			setSecurityHeaders(response, publicUrl?.origin ?? null);
			handler(request, response);
		});
	return { server, handleWith };
}

/** Listens; says the address for the person at this machine. */
export async function listenAt(server: Server, host: string, port: number): Promise<string> {
	await listen(server, host, port);
	const name = ['0.0.0.0', '::', ''].includes(host) ? 'localhost' : host;
	return `http://${name.includes(':') ? `[${name}]` : name}:${(server.address() as AddressInfo).port}`;
}

/** Whether a load balancer has been asking if people may be sent here. */
export function isWatched(): boolean {
	return performance.now() - watchedAt < WATCH;
}

/** Takes no new connection, lets running requests end for `grace` milliseconds, then closes what is left. */
export async function closeServer(
	server: Server,
	disconnect: () => Promise<void>,
	grace = 500
): Promise<void> {
	const closed = new Promise<void>((resolve) => server.close(() => resolve()));
	server.closeIdleConnections();
	const patience = setTimeout(() => server.closeAllConnections(), grace);
	// A connection whose request has ended would be kept for another one.
	const tidy = setInterval(() => server.closeIdleConnections(), 50);
	await Promise.all([closed, disconnect()]);
	clearInterval(tidy);
	clearTimeout(patience);
}

function listen(server: ReturnType<typeof createProbe>, host: string, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port)));
		server.listen(port, host, resolve);
	});
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
	if (error.code === 'EADDRINUSE')
		return new UsageError(`Port ${port} is in use: stop what runs there, or set PORT.`);
	if (error.code === 'EACCES') return new UsageError(`Port ${port} may not be used by this user: set PORT.`);
	if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
		return new UsageError(`HOST ${host} is not an address of this machine.`);
	}
	return error;
}
