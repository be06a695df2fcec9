import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Binaries } from './binaries.ts';
import { EmbeddedError } from './error.ts';
import type { Place } from './place.ts';

export interface Cluster {
	folder: string;
	password: string;
}

/** The name of the superuser, and of the database. */
export const NAME = 'benchboard';

/**
 * Finds the cluster, or makes it: UTF-8, the same order on every machine, passwords required even on 127.0.0.1. One that is not
 * `durable` is made without waiting for the disk.
 */
export async function prepareCluster(place: Place, binaries: Binaries, durable: boolean): Promise<Cluster> {
	const folder = path.join(place.home, 'cluster');
	const passwordFile = path.join(place.home, 'password');
	const version = await readFile(path.join(folder, 'PG_VERSION'), 'utf8').catch(() => null);
	const sync = durable ? [] : ['--no-sync'];
	if (version === null) await createCluster(place, binaries, folder, passwordFile, sync);
	else if (version.trim() !== binaries.major) {
		throw new EmbeddedError(
			`${folder} was written by PostgreSQL ${version.trim()}; this release brings PostgreSQL ${binaries.major}.`
		);
	}
	return { folder, password: (await readFile(passwordFile, 'utf8')).trim() };
}

/** The cluster gets its name when it is complete, so that a start which was cut short begins again. */
async function createCluster(
	place: Place,
	binaries: Binaries,
	folder: string,
	passwordFile: string,
	options: string[]
): Promise<void> {
	const unfinished = `${folder}.new`;
	await rm(unfinished, { recursive: true, force: true });
	await writeFile(passwordFile, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600, flush: true });
	await mkdir(unfinished, { mode: 0o700 });
	if (place.account) {
		for (const file of [passwordFile, unfinished]) await chown(file, place.account.uid, place.account.gid);
	}
	await initdb(place, binaries, [
		`--pgdata=${unfinished}`,
		`--username=${NAME}`,
		`--pwfile=${passwordFile}`,
		'--auth=scram-sha-256',
		'--encoding=UTF8',
		'--locale=C',
		'--locale-provider=builtin',
		'--builtin-locale=C.UTF-8',
		...options
	]);
	await rename(unfinished, folder);
}

async function initdb(place: Place, binaries: Binaries, options: string[]): Promise<void> {
	const child = spawn(binaries.initdb, options, {
		cwd: place.home,
		env: cleanEnvironment(),
		stdio: ['ignore', 'ignore', 'pipe'],
		...place.account
	});
	let complaint = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
	const code = await new Promise<number | null>((resolve) => {
		child.once('error', (error) => {
			complaint = error.message;
			resolve(null);
		});
		child.once('close', resolve);
	});
	if (code === 0) return;
	const lines = complaint.trim().split('\n');
	const line = lines.find((text) => /error|fatal/i.test(text)) ?? lines.at(-1) ?? '';
	throw new EmbeddedError(`The database could not be created in ${place.home}: ${line}`);
}

/** PostgreSQL's programs get nothing of our environment: settings such as PGDATA or LC_ALL would change what they do. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
	return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}
