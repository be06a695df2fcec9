import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * A lock is a file that names the process that holds it. It outlives a process that was killed, so whoever finds one
 * asks whether that very process is still alive; a process id alone may belong to somebody else by now.
 *
 * @typedef {{ pid: number, born: string }} Holder
 * @typedef {{ held: true, release: () => void } | { held: false, by: Holder }} Attempt
 */

/**
 * Takes the lock, or says who has it.
 *
 * @param {string} path
 * @returns {Attempt}
 */
export function tryLock(path) {
	const mine = `${path}.${process.pid}`;
	const text = JSON.stringify({ pid: process.pid, born: birthOf(process.pid) ?? '' });
	writeFileSync(mine, text, { mode: 0o600 });
	try {
		for (;;) {
			if (tryLink(mine, path)) return { held: true, release: () => releaseLock(path, text) };
			const holder = readHolder(path);
			if (holder && isAlive(holder)) return { held: false, by: holder };
			moveAside(path);
		}
	} finally {
		rmSync(mine, { force: true });
	}
}

/**
 * Waits for the lock for at most `patience` milliseconds.
 *
 * @param {string} path
 * @param {number} patience
 * @returns {Promise<Attempt>}
 */
export async function waitForLock(path, patience) {
	const deadline = Date.now() + patience;
	for (;;) {
		const attempt = tryLock(path);
		if (attempt.held || Date.now() > deadline) return attempt;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}

/**
 * The living process that holds the lock, if any.
 *
 * @param {string} path
 * @returns {Holder | null}
 */
export function lockHolder(path) {
	const holder = readHolder(path);
	return holder && isAlive(holder) ? holder : null;
}

/**
 * When a process was born, in whatever form the system tells it; `null` when there is no such process.
 *
 * @param {number} pid
 * @returns {string | null}
 */
function birthOf(pid) {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		return fields[0] === 'Z' ? null : `${bootId()}/${fields[19]}`;
	} catch {
		return process.platform === 'linux' ? null : birthByPs(pid);
	}
}

function bootId() {
	try {
		return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
	} catch {
		return '';
	}
}

/** @param {number} pid */
function birthByPs(pid) {
	try {
		return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
	} catch {
		return null;
	}
}

/** @param {Holder} holder */
function isAlive(holder) {
	return birthOf(holder.pid) === holder.born;
}

/**
 * @param {string} path
 * @returns {Holder | null}
 */
function readHolder(path) {
	try {
		const { pid, born } = JSON.parse(readFileSync(path, 'utf8'));
		return { pid: Number(pid), born: String(born) };
	} catch {
		return null;
	}
}

/**
 * @param {string} from
 * @param {string} to
 */
function tryLink(from, to) {
	try {
		linkSync(from, to);
		return true;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
		throw error;
	}
}

/**
 * Of two processes that find the same dead lock, only one can rename it.
 *
 * @param {string} path
 */
function moveAside(path) {
	const aside = `${path}.dead-${process.pid}`;
	try {
		renameSync(path, aside);
		rmSync(aside, { force: true });
	} catch {
		// Somebody else was faster.
	}
}

/**
 * @param {string} path
 * @param {string} text
 */
function releaseLock(path, text) {
	try {
		if (readFileSync(path, 'utf8') === text) rmSync(path);
	} catch {
		// It is gone already.
	}
}
