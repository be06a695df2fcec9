import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { waitForLock } from '#lib/server/process-lock.js';
import { SetUpError } from './launch-run.js';

/** Milliseconds; longer than any set-up takes that somebody else in this folder has begun. */
const PATIENCE = 10 * 60_000;

const REASONS = new Map([
	['EACCES', 'this user may not write there'],
	['EPERM', 'this user may not write there'],
	['EROFS', 'the disk is read-only']
]);

/**
 * Takes the folder for a set-up, and returns what gives it back. Throws a SetUpError that names the folder where this user may
 * not write what is missing, before anything is taken away.
 *
 * @param {string} root
 * @param {boolean} needsBuild
 */
export async function lockSetUp(root, needsBuild) {
	const folder = path.join(root, '.svelte-kit');
	const lock = await explained(root, async () => {
		requireWritable(root, ['.svelte-kit', 'node_modules', ...(needsBuild ? ['build', '.'] : [])]);
		mkdirSync(folder, { recursive: true });
		return waitForLock(path.join(folder, 'set-up.lock'), PATIENCE);
	});
	if (lock.held) return lock.release;
	throw new SetUpError(`Process ${lock.by.pid} has been setting up this folder for too long.`);
}

/**
 * @param {string} root
 * @param {string[]} names what is missing is made in the root
 */
function requireWritable(root, names) {
	for (const name of names) {
		const folder = path.join(root, name);
		accessSync(existsSync(folder) ? folder : root, constants.W_OK);
	}
}

/**
 * @template Done
 * @param {string} root
 * @param {() => Promise<Done>} work
 */
async function explained(root, work) {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
		const reason = REASONS.get(String(error.code)) ?? error.message;
		throw new SetUpError(
			`${path.resolve(root)} has yet to be set up for this version and cannot be (${reason}): run npm start once as the user who owns it.`
		);
	}
}
