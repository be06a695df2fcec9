import { open, lstat, mkdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { makeFolder, syncFolder } from '#lib/server/attachments/folders.ts';
import type { ObjectStore } from '#lib/server/attachments/object-store.ts';
import { BackupError } from './backup-error.ts';
import { FORMAT_VERSION, MANIFEST, README, README_TEXT, SUMS, type Manifest } from './backup-format.ts';
import { connectForCopy } from './connect-for-copy.ts';
import { explained } from './explained.ts';
import { holdSweepers, requireHeld } from './hold-database.ts';
import { saveObjects } from './save-objects.ts';
import { saveRows } from './save-rows.ts';
import { appendSums } from './sums.ts';
import { writePart } from './write-part.ts';

export interface BackupSource {
	/** The address of the database. */
	url: string;
	/** `null` leaves the files out, where the bucket keeps its own versions. */
	store: ObjectStore | null;
	/** The program's version, for the manifest. */
	program: string;
	/** Told of the unfinished folder once it is ours: whoever ends the process should remove it. */
	onBegin?: (folder: string) => void;
}

export interface TakenBackup {
	manifest: Manifest;
	/** What the rows have become, packed. */
	rowBytes: number;
}

/** The keys of the objects, while they are copied. */
const LIST = 'objects.list';

const NO_FILES = { leftOut: true, count: 0, bytes: 0, missing: [] };

/** How a backup is called until it is whole. */
export function unfinishedName(target: string): string {
	return `${target}.unfinished`;
}

/**
 * B1–B4: backs up database and store into a new folder, while shops work. Returns what is in it. Throws a BackupError with the
 * reason in words, and leaves nothing then.
 */
export async function backUp(source: BackupSource, target: string): Promise<TakenBackup> {
	await requireNew(target);
	const folder = unfinishedName(target);
	await makeUnfinished(folder);
	source.onBegin?.(folder);
	try {
		const taken = await explained(folder, () => fill(source, folder));
		await rename(folder, target);
		await syncFolder(path.dirname(target));
		return taken;
	} catch (error) {
		await rm(folder, { recursive: true, force: true });
		throw error;
	}
}

async function requireNew(target: string): Promise<void> {
	if (await lstat(target).catch(() => null))
		throw new BackupError(`${target} is there already: nothing is overwritten. Name a new folder.`);
}

/** The folders above it are made where they are missing: the first backup of a crontab has nobody who would. */
async function makeUnfinished(folder: string): Promise<void> {
	const parent = path.dirname(folder);
	const above = await stat(parent).catch(() => null);
	if (above && !above.isDirectory()) throw new BackupError(`${parent} is no folder to put the backup in.`);
	await makeFolder(parent);
	try {
		await mkdir(folder, { mode: 0o700 });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		throw new BackupError(
			`${folder} is there: another backup is being written to this place, or one was cut short. Remove it if none runs.`
		);
	}
}

async function fill({ url, store, program }: BackupSource, folder: string): Promise<TakenBackup> {
	const sql = connectForCopy(url);
	const list = path.join(folder, LIST);
	const sums = await open(path.join(folder, SUMS), 'wx', 0o600);
	try {
		await holdSweepers(sql);
		const { rows, parts } = await saveRows(sql, folder, async (keys) => {
			await writePart(folder, LIST, inLines(keys));
		});
		await appendSums(sums, parts);
		const files = store ? await saveObjects(store, folder, list, sums) : NO_FILES;
		await requireHeld(sql);
		await rm(list);
		const manifest: Manifest = {
			format: 'benchboard-backup',
			formatVersion: FORMAT_VERSION,
			program,
			...rows,
			files
		};
		await finish(folder, sums, manifest);
		return { manifest, rowBytes: parts.reduce((sum, { bytes }) => sum + bytes, 0) };
	} finally {
		await sums.close();
		await sql.end({ timeout: 1 });
	}
}

async function* inLines(keys: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
	for await (const key of keys) yield Buffer.from(`${key}\n`);
}

async function finish(folder: string, sums: FileHandle, manifest: Manifest): Promise<void> {
	const text = (content: string) => Readable.from([Buffer.from(content)]);
	const last = [
		await writePart(folder, README, text(README_TEXT)),
		await writePart(folder, MANIFEST, text(`${JSON.stringify(manifest, null, '\t')}\n`))
	];
	await appendSums(sums, last);
	await sums.sync();
	await syncFolder(folder);
}
