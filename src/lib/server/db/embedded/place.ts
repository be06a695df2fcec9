import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, lstat, mkdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { unprivilegedAccount, type Account } from './account.ts';
import { makeSharedHome, SHARED_HOME } from './binaries.ts';
import { EmbeddedError } from './error.ts';

export interface Place {
	/** Holds the cluster, its log and its password. */
	home: string;
	account: Account;
}

/** A file in the home that says which data folder it belongs to. */
const OWNER = 'data-folder';

/**
 * Finds or makes the home of the database of a data folder: `<data folder>/postgres`. Where root's data folder is closed to
 * the unprivileged user, that name is a link to a folder in /var/lib/benchboard.
 */
export async function findPlace(dataDir: string): Promise<Place> {
	const name = path.join(dataDir, 'postgres');
	const found = await lstat(name).catch(() => null);
	if (found?.isSymbolicLink()) return followLink(dataDir, name);
	const account = unprivilegedAccount();
	if (found) return { home: name, account: account && (await adopt(name, account)) };
	if (account && !(await isOpen(dataDir))) return makeOutside(dataDir, name, account);
	await mkdir(name, { mode: 0o700 });
	if (account) await chown(name, account.uid, account.gid);
	return { home: name, account };
}

/** Whoever owns an existing home goes on to run it; one that was copied by root is given to the unprivileged user. */
async function adopt(home: string, account: NonNullable<Account>): Promise<Account> {
	const { uid, gid } = await stat(home);
	if (!(await isOpen(path.dirname(home)))) {
		throw new EmbeddedError(
			`The database's own user cannot enter ${path.dirname(home)}: open it (chmod o+x) or move it.`
		);
	}
	if (uid !== 0) return { uid, gid };
	spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, home]);
	return account;
}

async function makeOutside(dataDir: string, name: string, account: NonNullable<Account>): Promise<Place> {
	const home = path.join(
		SHARED_HOME,
		`${path.basename(path.dirname(dataDir))}-${randomBytes(6).toString('hex')}`
	);
	await makeSharedHome();
	await mkdir(home, { mode: 0o700 });
	await writeFile(path.join(home, OWNER), dataDir);
	await chown(home, account.uid, account.gid);
	await symlink(home, name);
	return { home, account };
}

/** A copied data folder carries the same link; two folders must never work on one database. */
async function followLink(dataDir: string, name: string): Promise<Place> {
	const home = await readlink(name);
	const owner = await stat(home).catch(() => null);
	if (!owner) {
		throw new EmbeddedError(
			`The database of ${dataDir} is gone (${home}). Remove ${name} to begin with an empty one.`
		);
	}
	const belongsTo = await readFile(path.join(home, OWNER), 'utf8').catch(() => dataDir);
	if (belongsTo !== dataDir) {
		const rival = await readlink(path.join(belongsTo, 'postgres')).catch(() => null);
		if (rival === home) {
			throw new EmbeddedError(
				`${dataDir} is a copy of ${belongsTo}, which keeps the database. Remove ${name} to begin with an empty one.`
			);
		}
		await writeFile(path.join(home, OWNER), dataDir);
	}
	return { home, account: process.getuid?.() === 0 ? { uid: owner.uid, gid: owner.gid } : null };
}

/** Whether every folder on the way can be entered by anybody. */
async function isOpen(folder: string): Promise<boolean> {
	const { mode } = await stat(folder);
	if ((mode & 0o001) === 0) return false;
	return path.dirname(folder) === folder || isOpen(path.dirname(folder));
}
