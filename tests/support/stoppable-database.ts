import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { destroyEmbedded, startEmbedded, type EmbeddedDatabase } from '#lib/server/db/embedded/embedded.ts';
import { startFaultProxy } from './fault-proxy.ts';

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
	// The server takes a free port each time; this one stays.
	const relayTo = (to: EmbeddedDatabase, port = 0) => startFaultProxy(Number(new URL(to.url).port), port);
	let relay = await relayTo(server);
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
