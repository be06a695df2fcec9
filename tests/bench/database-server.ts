import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { destroyEmbedded, startEmbedded } from '#lib/server/db/embedded/embedded.ts';

/** One PostgreSQL for both systems, as careful with the disk as in a shop. */
export interface DatabaseServer {
	/** PostgreSQL's version. */
	version: string;
	/** Makes an empty database and returns its address. */
	createDatabase: (name: string) => Promise<string>;
	/** Stops the server and deletes everything. */
	stop: () => Promise<void>;
}

export async function startDatabaseServer(): Promise<DatabaseServer> {
	const folder = await mkdtemp(path.join(tmpdir(), 'benchboard-bench-'));
	await chmod(folder, 0o711);
	const server = await startEmbedded(folder, { maxConnections: 100 });
	const sql = postgres(server.url, { max: 1 });
	const [about] = await sql<{ server_version: string }[]>`show server_version`;
	return {
		version: about?.server_version ?? 'unknown',
		createDatabase: async (name) => {
			await sql`create database ${sql(name)}`;
			const url = new URL(server.url);
			url.pathname = name;
			return url.href;
		},
		stop: async () => {
			await sql.end();
			await server.stop();
			await destroyEmbedded(folder);
		}
	};
}
