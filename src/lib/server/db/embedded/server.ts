import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fchownSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Binaries } from './binaries.ts';
import { cleanEnvironment, type Cluster } from './cluster.ts';
import { EmbeddedError } from './error.ts';
import type { Place } from './place.ts';
import { readPostmaster } from './postmaster.ts';

export interface ServerSettings {
	place: Place;
	binaries: Binaries;
	cluster: Cluster;
	port: number;
	maxConnections: number;
	/** False only in tests: a power failure may then cost the whole database. */
	durable: boolean;
}

/** How long recovery after a crash may take, in milliseconds. */
const PATIENCE = 60_000;
const LARGEST_LOG = 1_000_000;

/**
 * Starts the server and waits until it takes connections. Throws an EmbeddedError with the reason when it does not.
 * `onLaunch` gets the process at once, so that it can be ended while it is still starting.
 */
export async function startServer(
	settings: ServerSettings,
	onLaunch: (child: ChildProcess) => void = () => undefined
): Promise<ChildProcess> {
	const log = path.join(settings.place.home, 'postgres.log');
	const logged = trimLog(log);
	const child = launch(settings, log);
	onLaunch(child);
	const failed = new Promise<string>((resolve) => {
		child.once('error', (error) => resolve(error.message));
		child.once('exit', () => resolve(lastComplaint(log, logged)));
	});
	const deadline = Date.now() + PATIENCE;
	while (!isReady(settings.cluster, child)) {
		const failure = await Promise.race([
			failed,
			new Promise<null>((resolve) => setTimeout(resolve, 10, null))
		]);
		if (failure !== null) throw new EmbeddedError(`The database did not start: ${failure} (${log})`);
		if (Date.now() > deadline) {
			child.kill('SIGQUIT');
			throw new EmbeddedError(`The database did not start within ${PATIENCE / 1000} s (${log})`);
		}
	}
	return child;
}

/** Its own process group: Ctrl-C in a terminal reaches us, and we stop the server in order. */
function launch({ place, binaries, cluster, ...settings }: ServerSettings, log: string): ChildProcess {
	const output = openSync(log, 'a', 0o600);
	if (place.account) fchownSync(output, place.account.uid, place.account.gid);
	const child = spawn(binaries.postgres, ['-D', cluster.folder, ...serverOptions(settings)], {
		cwd: place.home,
		env: cleanEnvironment(),
		detached: true,
		stdio: ['ignore', output, output],
		...place.account
	});
	closeSync(output);
	child.unref();
	return child;
}

function serverOptions(settings: Pick<ServerSettings, 'port' | 'maxConnections' | 'durable'>): string[] {
	const durability = settings.durable ? 'on' : 'off';
	const options = {
		listen_addresses: '127.0.0.1',
		port: settings.port,
		unix_socket_directories: '',
		max_connections: settings.maxConnections,
		shared_buffers: '128MB',
		max_wal_size: '512MB',
		random_page_cost: 1.1,
		jit: 'off',
		fsync: durability,
		synchronous_commit: durability,
		full_page_writes: durability,
		idle_in_transaction_session_timeout: '30s',
		timezone: 'UTC',
		log_timezone: 'UTC',
		log_min_messages: 'warning',
		log_min_error_statement: 'panic',
		// Details say what somebody has typed.
		log_error_verbosity: 'terse',
		log_line_prefix: '%m '
	};
	return Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function isReady(cluster: Cluster, child: ChildProcess): boolean {
	const postmaster = readPostmaster(cluster.folder);
	return postmaster?.pid === child.pid && postmaster?.status === 'ready';
}

/** Begins a new log at a start when the last has grown large, and keeps that one. Says how long the log is now. */
function trimLog(log: string): number {
	const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
	if (size < LARGEST_LOG) return size;
	renameSync(log, `${log}.old`);
	return 0;
}

function lastComplaint(log: string, from: number): string {
	const lines = readFileSync(log).subarray(from).toString().trim().split('\n');
	return lines.findLast((line) => /FATAL|PANIC|ERROR|error/.test(line)) ?? lines.at(-1) ?? 'no reason given';
}
