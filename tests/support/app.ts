import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createTestDatabase } from './postgres.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LAUNCH = fileURLToPath(new URL('../../src/entry/launch.js', import.meta.url));
/** A build may come first. */
const PATIENCE = 180_000;

export interface AppOptions {
	/** A fresh database of this run's server when not given. `null` means the embedded one: give DATA_DIR in `env` then. */
	databaseUrl?: string | null;
	/** A free one when not given; it stays the same over `restart`. */
	port?: number;
	env?: NodeJS.ProcessEnv;
}

export interface RunningApp {
	url: string;
	/** Where the data is; `null` with the embedded database. */
	databaseUrl: string | null;
	/** The process that serves; another one after `restart`. */
	pid: () => number;
	/** Everything that was printed so far. */
	log: () => string;
	/** Sends the signal (SIGTERM when not given) and waits for the end. Returns the exit code; `null` after SIGKILL. */
	kill: (signal?: NodeJS.Signals) => Promise<number | null>;
	/** Starts again on the same port and database, after `kill`. */
	restart: () => Promise<void>;
	/** Ends the server and drops the database that was made for it. */
	stop: () => Promise<void>;
}

/** Starts the production server as its own process, as `npm start` does. */
export async function startApp(options: AppOptions = {}): Promise<RunningApp> {
	const made = options.databaseUrl === undefined ? await createTestDatabase() : null;
	const databaseUrl = made?.url ?? options.databaseUrl ?? null;
	const output: string[] = [];
	const launch = (port: number) =>
		launchServer(port, { ...options.env, DATABASE_URL: databaseUrl ?? '' }, output);
	let server = await launch(options.port ?? 0);
	const { url } = server;
	const kill = (signal: NodeJS.Signals = 'SIGTERM') => end(server.child, signal);
	return {
		url,
		databaseUrl,
		pid: () => server.child.pid ?? 0,
		log: () => output.join(''),
		kill,
		restart: async () => {
			server = await launch(Number(new URL(url).port));
		},
		stop: async () => {
			// As a person who does not wait for people to be sent elsewhere.
			await kill('SIGINT');
			await made?.drop();
		}
	};
}

async function launchServer(
	port: number,
	env: NodeJS.ProcessEnv,
	output: string[]
): Promise<{ child: ChildProcess; url: string }> {
	const from = output.length;
	const child = spawn(process.execPath, [LAUNCH, 'start'], {
		cwd: ROOT,
		env: { ...process.env, ORIGIN: '', HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'warn', ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
	const deadline = Date.now() + PATIENCE;
	for (;;) {
		const url = /Benchboard is ready on (\S+)\n/.exec(output.slice(from).join(''))?.[1];
		if (url) return { child, url };
		if (hasEnded(child) || Date.now() > deadline) {
			child.kill('SIGKILL');
			throw new Error(`The server did not start:\n${output.join('')}`);
		}
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
	if (!hasEnded(child)) {
		const exit = once(child, 'exit');
		child.kill(signal);
		await exit;
	}
	return child.exitCode;
}

function hasEnded(child: ChildProcess): boolean {
	return child.exitCode !== null || child.signalCode !== null;
}
