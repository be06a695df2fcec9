import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { destroyEmbedded, startEmbedded, type EmbeddedDatabase } from '#lib/server/db/embedded/embedded.ts';

/** A PostgreSQL server of a test's own that can go away and come back under the same address. */
export interface StoppableDatabase {
	url: string;
	/** Ends the server; its address refuses connections. */
	stop: () => Promise<void>;
	start: () => Promise<void>;
	/** Ends and deletes it. */
	destroy: () => Promise<void>;
}

export async function startStoppableDatabase(): Promise<StoppableDatabase> {
	const folder = mkdtempSync(path.join(tmpdir(), 'stoppable-'));
	const dataDir = path.join(folder, 'data');
	let server = await startEmbedded(dataDir, { durable: false });
	let relay = await relayTo(server, 0);
	const url = new URL(server.url);
	url.port = String(relay.port);
	const stop = async () => {
		await server.stop();
		await relay.close();
	};
	return {
		url: url.href,
		stop,
		start: async () => {
			server = await startEmbedded(dataDir, { durable: false });
			relay = await relayTo(server, relay.port);
		},
		destroy: async () => {
			await stop();
			await destroyEmbedded(dataDir);
			rmSync(folder, { recursive: true });
		}
	};
}

/** The server takes a free port each time; this one stays. */
async function relayTo(
	{ url }: EmbeddedDatabase,
	port: number
): Promise<{ port: number; close: () => Promise<void> }> {
	const open = new Set<Socket>();
	const relay = createServer((client) => {
		const upstream = connect(Number(new URL(url).port), '127.0.0.1');
		for (const socket of [client, upstream]) {
			open.add(socket);
			socket.on('error', () => undefined).on('close', () => open.delete(socket));
		}
		client.pipe(upstream).pipe(client);
	});
	await once(relay.listen(port, '127.0.0.1'), 'listening');
	return { port: (relay.address() as AddressInfo).port, close: () => closeRelay(relay, open) };
}

async function closeRelay(relay: Server, open: Set<Socket>): Promise<void> {
	const closed = once(relay, 'close');
	relay.close();
	for (const socket of open) socket.destroy();
	await closed;
}
