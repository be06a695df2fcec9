import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkedKey, type ObjectStore } from './object-store.ts';

/** Keeps objects as files below a folder. A file appears whole or not at all: it is written beside, flushed, and renamed. */
export function folderStore(folder: string): ObjectStore {
	const pathOf = (key: string) => join(folder, checkedKey(key));
	return {
		put: (key, bytes) => writeWhole(pathOf(key), bytes),
		get: (key) => readIfThere(pathOf(key)),
		remove: (key) => rm(pathOf(key), { force: true })
	};
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
	await mkdir(dirname(path), { recursive: true, mode: 0o700 });
	const draft = `${path}.${randomUUID()}.draft`;
	const file = await open(draft, 'wx', 0o600);
	try {
		await file.writeFile(bytes);
		await file.sync();
	} finally {
		await file.close();
	}
	await rename(draft, path);
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
	try {
		return await readFile(path);
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
		throw error;
	}
}
