import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedError } from './error.ts';

const FILE = 'postmaster.pid';
/** Milliseconds that processes of a server may take to end. */
const PATIENCE = 5000;

/** The server that works on a cluster right now, as its `postmaster.pid` tells it. */
export interface Postmaster {
	pid: number;
	/** `starting`, `ready`, `stopping` or `standby`. */
	status: string;
}

/** Reads `postmaster.pid`; `null` when there is none or it is not complete. */
export function readPostmaster(cluster: string): Postmaster | null {
	try {
		const lines = readFileSync(path.join(cluster, FILE), 'utf8').split('\n');
		return { pid: Number(lines[0]), status: (lines[7] ?? '').trim() };
	} catch {
		return null;
	}
}

/**
 * Stops a server that a killed process left behind. A `postmaster.pid` that names a process which is something else by now
 * (after a reboot, or in a new container), or has ended and still stands in the list, is removed: PostgreSQL would refuse to
 * start because of it.
 */
export async function stopOrphan(cluster: string): Promise<void> {
	const found = readPostmaster(cluster);
	if (!found) return;
	if (isZombie(found.pid)) return forgetDead(cluster);
	if (!isRunning(found.pid)) return;
	if (!isPostmasterOf(found.pid, cluster)) {
		rmSync(path.join(cluster, FILE), { force: true });
		return;
	}
	for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
		process.kill(found.pid, signal);
		if (await isGoneWithin(found.pid, PATIENCE)) return;
	}
	throw new EmbeddedError(
		`A database server (process ${found.pid}) still works on ${cluster} and does not stop.`
	);
}

/** The file is what keeps a new server from the data while processes of the dead one still work on it: they go first. */
async function forgetDead(cluster: string): Promise<void> {
	const deadline = Date.now() + PATIENCE;
	while (worksSomebodyOn(cluster)) {
		if (Date.now() > deadline)
			throw new EmbeddedError(`What a killed database server left behind still works on ${cluster}.`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	rmSync(path.join(cluster, FILE), { force: true });
}

/** Every process of a server has the cluster as its working directory; those that cannot be read are not ours. */
function worksSomebodyOn(cluster: string): boolean {
	const folder = realpathSync(cluster);
	return readdirSync('/proc').some((name) => {
		try {
			return readlinkSync(`/proc/${name}/cwd`) === folder;
		} catch {
			return false;
		}
	});
}

/** Waits until a process is gone; says whether it went in time. */
export async function isGoneWithin(pid: number, patience: number): Promise<boolean> {
	const deadline = Date.now() + patience;
	while (isRunning(pid)) {
		if (Date.now() > deadline) return false;
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	return true;
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
	return !isZombie(pid);
}

/** In a container whose first process does not collect the dead, a finished server stays in the list. */
function isZombie(pid: number): boolean {
	try {
		return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
	} catch {
		return false;
	}
}

/** A server's working directory is its cluster; where that cannot be read, its command line has to do. */
function isPostmasterOf(pid: number, cluster: string): boolean {
	try {
		return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
	} catch {
		return commandOf(pid).includes('postgres');
	}
}

function commandOf(pid: number): string {
	try {
		return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
	} catch {
		return '';
	}
}
