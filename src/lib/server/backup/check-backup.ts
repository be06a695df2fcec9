import { createReadStream } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { listMigrations } from '#lib/server/db/migrations.ts';
import { BackupError } from './backup-error.ts';
import { FILES, FORMAT_VERSION, MANIFEST, Manifest, README, ROWS, rowsOf, SUMS } from './backup-format.ts';
import { readSums } from './sums.ts';
import { measured, type Part } from './write-part.ts';

/** A backup of which every byte was as it had been written. */
export interface SoundBackup {
	folder: string;
	manifest: Manifest;
	/** Of its rows, packed. */
	rowBytes: number;
}

/**
 * B5: reads a whole backup and compares it with its sums. Throws a BackupError that names what is missing, changed or cut, that
 * the folder is no backup, or that it takes a newer version to read it.
 */
export async function checkBackup(folder: string): Promise<SoundBackup> {
	const manifest = await readManifest(folder);
	requireKnown(manifest);
	const needed = new Set([MANIFEST, README, ...manifest.tables.map(({ name }) => rowsOf(name))]);
	const files = { count: 0, bytes: 0 };
	let rowBytes = 0;
	for await (const { name, sha256 } of readSums(placeOf(folder, SUMS))) {
		const part = await measure(folder, name);
		if (part.sha256 !== sha256)
			throw new BackupError(`The backup is broken: ${name} is not as it was written.`);
		if (name.startsWith(`${FILES}/`)) {
			files.count += 1;
			files.bytes += part.bytes;
		} else if (!needed.delete(name)) throw new BackupError(`The backup is broken: ${name} is too much.`);
		else if (name.startsWith(`${ROWS}/`)) rowBytes += part.bytes;
	}
	const [lost] = needed;
	if (lost) throw new BackupError(`The backup is broken: ${SUMS} does not name ${lost}.`);
	if (files.count !== manifest.files.count || files.bytes !== manifest.files.bytes)
		throw new BackupError(
			`The backup is broken: it had ${manifest.files.count} files, and ${SUMS} names ${files.count}.`
		);
	return { folder, manifest, rowBytes };
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

async function measure(folder: string, name: string): Promise<Pick<Part, 'sha256' | 'bytes'>> {
	const part = { sha256: '', bytes: 0 };
	try {
		const bytes = measured(createReadStream(placeOf(folder, name)) as AsyncIterable<Uint8Array>, part);
		while (!(await bytes.next()).done);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
		throw new BackupError(`The backup is broken: ${name} is missing.`);
	}
	return part;
}

/** Where a part lies. */
export function placeOf(folder: string, name: string): string {
	return path.join(folder, ...name.split('/'));
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
