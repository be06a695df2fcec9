import { lstat, readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { listMigrations } from '#lib/server/db/migrations.ts';
import { BackupError } from './backup-error.ts';
import {
	FILES,
	FORMAT_VERSION,
	MANIFEST,
	Manifest,
	placeOf,
	README,
	ROWS,
	rowsOf,
	SUMS
} from './backup-format.ts';
import { examine } from './examine-part.ts';
import { readSums } from './sums.ts';

/** A file of a backup that is not as it was written. */
export interface BrokenFile {
	/** Below the backup's folder. */
	name: string;
	/** What is wrong, as the end of a sentence. */
	fault: string;
}

/** A backup of which every row is as it had been written, and every file but those that are named. */
export interface CheckedBackup {
	folder: string;
	manifest: Manifest;
	/** Of its rows, packed. */
	rowBytes: number;
	brokenFiles: BrokenFile[];
}

/**
 * B5: reads a whole backup and compares it with its sums; files that are not as they were written are named in what it returns.
 * Throws a BackupError that names what else is missing, changed or cut, that the folder is no backup, or that it takes a newer
 * version to read it.
 */
export async function checkBackup(folder: string): Promise<CheckedBackup> {
	const manifest = await readManifest(folder);
	requireKnown(manifest);
	const needed = new Set([MANIFEST, README, ...manifest.tables.map(({ name }) => rowsOf(name))]);
	const files = { count: 0, bytes: 0 };
	const brokenFiles: BrokenFile[] = [];
	let rowBytes = 0;
	for await (const sum of readSums(placeOf(folder, SUMS))) {
		const { name } = sum;
		const { bytes, fault } = await examine(folder, sum);
		if (name.startsWith(`${FILES}/`)) {
			files.count += 1;
			files.bytes += bytes;
			if (fault !== null) brokenFiles.push({ name, fault });
			continue;
		}
		if (fault !== null) throw new BackupError(`The backup is broken: ${name} ${fault}.`);
		if (!needed.delete(name)) throw new BackupError(`The backup is broken: ${name} is too much.`);
		if (name.startsWith(`${ROWS}/`)) rowBytes += bytes;
	}
	const [lost] = needed;
	if (lost) throw new BackupError(`The backup is broken: ${SUMS} does not name ${lost}.`);
	// What broken files had comes to something else.
	const areBytesWrong = brokenFiles.length === 0 && files.bytes !== manifest.files.bytes;
	if (files.count !== manifest.files.count || areBytesWrong)
		throw new BackupError(
			`The backup is broken: it had ${manifest.files.count} files, and ${SUMS} names ${files.count}.`
		);
	return { folder, manifest, rowBytes, brokenFiles };
}

async function readManifest(folder: string): Promise<Manifest> {
	const found = await lstat(folder).catch(() => null);
	if (!found) throw new BackupError(`There is no folder ${folder}`);
	const [text, sums] = [await read(placeOf(folder, MANIFEST)), await read(placeOf(folder, SUMS))];
	if (text === null || sums === null) throw new BackupError(`${folder} is no backup, or only a part of one.`);
	const json = parseJson(text);
	const version = v.safeParse(v.object({ formatVersion: v.number() }), json);
	if (version.success && version.output.formatVersion > FORMAT_VERSION)
		throw new BackupError('The backup was taken by a newer version: restore it with that version.');
	const parsed = v.safeParse(Manifest, json);
	if (!parsed.success) throw new BackupError(`The backup is broken: ${MANIFEST} is not as it was written.`);
	return parsed.output;
}

/** B7: a schema that this version does not know is one that it cannot read. */
function requireKnown({ migration, program }: Manifest): void {
	if (listMigrations().some(({ when }) => when === migration.when)) return;
	throw new BackupError(
		`The backup stands at the schema ${migration.tag}, which this version does not know: it was taken by version ${program}. Restore it with that version or a later one.`
	);
}

function read(place: string): Promise<string | null> {
	return readFile(place, 'utf8').catch(() => null);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
