import { randomUUID } from 'node:crypto';
import { open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { isMissing, makeFolder, syncFolder } from './folders.ts';
import {
	checkedKey,
	type ByteRange,
	type FoundObject,
	type ListedObject,
	type ObjectStore
} from './object-store.ts';
import { webStream } from './web-stream.ts';

/** Below the folder: where files are written before they are whole. */
const DRAFTS = 'drafts';

/** Keeps objects as files below a folder. A file appears whole or not at all: it is written aside, flushed, and renamed. */
export function folderStore(folder: string): ObjectStore {
	const pathOf = (key: string) => join(folder, checkedKey(key));
	const drafts = join(folder, DRAFTS);
	return {
		put: (key, bytes) => writeWhole(pathOf(key), bytes, drafts),
		get: (key, range) => openIfThere(pathOf(key), range),
		size: async (key) => (await statIfThere(pathOf(key)))?.size ?? null,
		remove: (key) => rm(pathOf(key), { force: true }),
		list: (prefix) => listFiles(folder, prefix),
		tidy: (before) => removeOld(drafts, Date.parse(before)),
		check: async () => {
			await makeFolder(drafts);
			await rm(await writeDraft(new Uint8Array(1), drafts));
		}
	};
}

async function writeWhole(path: string, bytes: Uint8Array, drafts: string): Promise<void> {
	await Promise.all([makeFolder(dirname(path)), makeFolder(drafts)]);
	await rename(await writeDraft(bytes, drafts), path);
	await syncFolder(dirname(path));
}

/** Returns where the bytes stand, flushed; leaves nothing when they do not fit. */
async function writeDraft(bytes: Uint8Array, drafts: string): Promise<string> {
	const draft = join(drafts, randomUUID());
	const file = await open(draft, 'wx', 0o600);
	try {
		await file.writeFile(bytes);
		await file.sync();
	} catch (error) {
		await rm(draft, { force: true });
		throw error;
	} finally {
		await file.close();
	}
	return draft;
}

async function openIfThere(path: string, range?: ByteRange): Promise<FoundObject | null> {
	const file = await open(path).catch(nullIfMissing);
	return file && streamOf(file, range);
}

async function streamOf(file: FileHandle, range?: ByteRange): Promise<FoundObject> {
	const { size } = await file.stat();
	const { first, last } = range ?? { first: 0, last: size - 1 };
	return {
		size: last - first + 1,
		body: webStream(file.createReadStream(range && { start: first, end: last }))
	};
}

function statIfThere(path: string) {
	return stat(path).catch(nullIfMissing);
}

async function* listFiles(folder: string, prefix: string): AsyncIterable<ListedObject> {
	// The folder of the prefix: its last part may be the beginning of a name.
	const start = join(folder, dirname(`${prefix}x`));
	const entries = await readdir(start, { recursive: true, withFileTypes: true }).catch(nullIfMissing);
	for (const entry of entries ?? []) {
		if (!entry.isFile()) continue;
		const path = join(entry.parentPath, entry.name);
		const key = relative(folder, path).split(sep).join('/');
		const found = key.startsWith(prefix) ? await statIfThere(path) : null;
		if (found) yield { key, bytes: found.size, changedAt: found.mtime.toISOString() };
	}
}

async function removeOld(drafts: string, before: number): Promise<void> {
	for (const name of (await readdir(drafts).catch(nullIfMissing)) ?? []) {
		const draft = join(drafts, name);
		const found = await statIfThere(draft);
		if (found && found.mtimeMs < before) await rm(draft, { force: true });
	}
}

function nullIfMissing(error: unknown): null {
	if (isMissing(error)) return null;
	throw error;
}
