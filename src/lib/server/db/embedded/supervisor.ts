import type { ChildProcess } from 'node:child_process';
import { isGoneWithin } from './postmaster.ts';
import { startServer, type ServerSettings } from './server.ts';

export interface SupervisedServer {
	stop: () => Promise<void>;
}

const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 10_000;
/** A server that lived this long before it died did not die of its start. */
const HEALTHY_LIFE = 30_000;

/** Keeps a server running, on the same port, until `stop`. Only the first start may fail. */
export async function supervise(
	settings: ServerSettings,
	onNotice: (message: string) => void
): Promise<SupervisedServer> {
	let stopping = false;
	let bornAt = Date.now();
	let pause = FIRST_PAUSE;
	let child: ChildProcess | null = null;
	const launch = () => startServer(settings, (launched) => (child = launched));
	const killAtExit = () => child?.kill(stopping ? 'SIGQUIT' : 'SIGINT');

	const watch = (server: ChildProcess) => server.once('exit', () => stopping || void revive());
	const revive = async (): Promise<void> => {
		onNotice('The database stopped unexpectedly; it is being started again.');
		if (Date.now() - bornAt > HEALTHY_LIFE) pause = FIRST_PAUSE;
		while (!stopping) {
			await sleep(pause);
			pause = Math.min(pause * 2, LONGEST_PAUSE);
			if (!stopping && (await restart())) return;
		}
	};
	const restart = async (): Promise<boolean> => {
		try {
			watch(await launch());
		} catch (error) {
			onNotice(error instanceof Error ? error.message : String(error));
			return false;
		}
		bornAt = Date.now();
		onNotice('The database is back.');
		return true;
	};

	process.once('exit', killAtExit);
	watch(await launch());
	return {
		stop: async () => {
			stopping = true;
			if (child) await end(child);
			process.off('exit', killAtExit);
		}
	};
}

/** "Fast" first: open transactions are rolled back and everything is written down. Whatever lasts longer is recovered at the next start. */
async function end(child: ChildProcess): Promise<void> {
	if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
	for (const [signal, patience] of [
		['SIGINT', 3000],
		['SIGQUIT', 1000],
		['SIGKILL', 500]
	] as const) {
		child.kill(signal);
		if (await isGoneWithin(child.pid, patience)) return;
	}
}

function sleep(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
