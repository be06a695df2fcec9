import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { namingDataDir, openDataDir } from '#lib/server/data-dir.ts';
import { lockHolder, waitForLock } from '#lib/server/process-lock.js';
import { prepareBinaries } from './binaries.ts';
import { NAME, prepareCluster, type Cluster } from './cluster.ts';
import { ensureDatabase } from './database.ts';
import { EmbeddedError } from './error.ts';
import { findPlace } from './place.ts';
import { stopOrphan } from './postmaster.ts';
import { supervise, type SupervisedServer } from './supervisor.ts';

export interface EmbeddedDatabase {
	url: string;
	/** Lets running statements go, writes everything down and waits for the end of the server: at most 4.5 s. */
	stop: () => Promise<void>;
}

export interface EmbeddedOptions {
	/** Most connections at once; 50 when not given. */
	maxConnections?: number;
	/** False only in tests: a power failure may then cost the whole database. */
	durable?: boolean;
	/** Told when the server died and when it is back. */
	onNotice?: (message: string) => void;
	/** How long to wait for another process that uses the data folder, in milliseconds; 10 s when not given. */
	patience?: number;
}

/**
 * Starts PostgreSQL on the data folder, which is created when it is missing. What a killed process left behind is stopped or
 * recovered first; a server that dies while we run is started again on the same port.
 * Throws a ConfigError when the folder cannot be used, an EmbeddedError when another process uses it or the server does not start.
 */
export async function startEmbedded(
	folder: string,
	options: EmbeddedOptions = {}
): Promise<EmbeddedDatabase> {
	const dataDir = await openDataDir(folder);
	const lock = await namingDataDir(dataDir, () => waitForLock(lockFile(dataDir), options.patience ?? 10_000));
	if (!lock.held) throw new EmbeddedError(`Benchboard already runs on ${dataDir} (process ${lock.by.pid}).`);
	try {
		const { url, server } = await bringUp(dataDir, options);
		await writeFile(connectionFile(dataDir), JSON.stringify({ url, pid: process.pid }), { mode: 0o600 });
		const stop = async () => {
			await server.stop();
			await rm(connectionFile(dataDir), { force: true });
			lock.release();
		};
		return { url, stop };
	} catch (error) {
		lock.release();
		throw error;
	}
}

async function bringUp(
	dataDir: string,
	options: EmbeddedOptions
): Promise<{ url: string; server: SupervisedServer }> {
	const { maxConnections = 50, durable = true, onNotice = () => undefined } = options;
	const place = await findPlace(dataDir);
	const binaries = await prepareBinaries(place.account !== null);
	const cluster = await prepareCluster(place, binaries, durable);
	await stopOrphan(cluster.folder);
	const port = await freePort();
	const server = await supervise({ place, binaries, cluster, port, maxConnections, durable }, onNotice);
	const url = urlOf(cluster, port);
	try {
		await ensureDatabase(url);
	} catch (error) {
		await server.stop();
		throw error;
	}
	return { url, server };
}

/** Uses the database of the server that runs on the data folder; when none runs, starts one, which `stop` ends again. */
export async function joinEmbedded(folder: string, options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
	const dataDir = await openDataDir(folder);
	const running = await findRunning(dataDir);
	return running ? { url: running, stop: () => Promise.resolve() } : startEmbedded(dataDir, options);
}

/** Ends what a killed process left running on the data folder, and deletes the database. For the temporary folders of tests. */
export async function destroyEmbedded(folder: string): Promise<void> {
	const dataDir = await openDataDir(folder);
	const { home } = await findPlace(dataDir);
	await stopOrphan(path.join(home, 'cluster'));
	await rm(home, { recursive: true, force: true });
	await rm(dataDir, { recursive: true, force: true });
}

/** The address of the database that a living process runs on the data folder. */
async function findRunning(dataDir: string): Promise<string | null> {
	const holder = lockHolder(lockFile(dataDir));
	if (!holder) return null;
	const text = await readFile(connectionFile(dataDir), 'utf8').catch(() => '{}');
	const connection = JSON.parse(text) as { url?: string; pid?: number };
	return connection.pid === holder.pid ? (connection.url ?? null) : null;
}

function lockFile(dataDir: string): string {
	return path.join(dataDir, 'lock');
}

function connectionFile(dataDir: string): string {
	return path.join(dataDir, 'connection.json');
}

function urlOf(cluster: Cluster, port: number): string {
	return `postgres://${NAME}:${cluster.password}@127.0.0.1:${port}/${NAME}`;
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => resolve(port));
		});
	});
}
