import { chmod, mkdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { ConfigError } from './config.ts';

/**
 * Makes the data folder where it is missing, and returns its real path. Others may pass through it, not look into it: the database's own
 * user may have to. Throws a ConfigError that names DATA_DIR and the reason when it cannot be made.
 */
export async function openDataDir(folder: string): Promise<string> {
	return namingDataDir(folder, async () => {
		if (await makeMissing(path.resolve(folder))) await chmod(folder, 0o711);
		return realpath(folder);
	});
}

/** What the system refuses to do in the data folder, or in a folder in it, becomes a ConfigError. */
export async function namingDataDir<Done>(folder: string, work: () => Promise<Done>): Promise<Done> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
		const reason = REASONS[String(error.code)] ?? error.message;
		throw new ConfigError(`The folder ${path.resolve(folder)} (DATA_DIR) cannot be used: ${reason}.`);
	}
}

const NOT_ALLOWED = 'this user may not write there';
const NO_FOLDER = 'there is a file of that name, or on the way to it';
const REASONS: Record<string, string | undefined> = {
	EACCES: NOT_ALLOWED,
	EPERM: NOT_ALLOWED,
	EEXIST: NO_FOLDER,
	ENOTDIR: NO_FOLDER,
	ENOENT: 'no folder can be made there',
	EROFS: 'the disk is read-only',
	ENOSPC: 'the disk is full',
	EDQUOT: 'the disk is full'
};

/**
 * Makes a folder and those above it; returns whether it was missing. Step by step: Node's own way goes round and round where the
 * system says of a folder that is there that it is not, as below /proc.
 */
async function makeMissing(folder: string): Promise<boolean> {
	if (await isThere(folder)) return false;
	await makeMissing(path.dirname(folder));
	try {
		await mkdir(folder);
		return true;
	} catch (error) {
		// Somebody else has made it meanwhile.
		if (await isThere(folder)) return false;
		throw error;
	}
}

/** Throws where something else than a folder is there. */
async function isThere(folder: string): Promise<boolean> {
	const found = await stat(folder).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return null;
		throw error;
	});
	if (found && !found.isDirectory())
		throw Object.assign(new Error(`${folder} is no folder`), { code: 'ENOTDIR', syscall: 'stat' });
	return found !== null;
}
