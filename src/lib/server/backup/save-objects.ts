import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import type { ObjectStore } from '#lib/server/attachments/object-store.ts';
import { BackupError } from './backup-error.ts';
import { fileOf, type Manifest } from './backup-format.ts';
import { inGroups } from './in-groups.ts';
import { appendSums } from './sums.ts';
import { writePart, type Part } from './write-part.ts';

/** Objects that are copied at once. */
const AT_ONCE = 4;

/**
 * Copies the objects that a list names, a key a line, out of the store, and adds them to the sums. A key that the store does not
 * have is told of, and does not keep the others from being saved: it was lost before.
 */
export async function saveObjects(
	store: ObjectStore,
	folder: string,
	list: string,
	sums: FileHandle
): Promise<Manifest['files']> {
	const files: Manifest['files'] = { leftOut: false, count: 0, bytes: 0, missing: [] };
	for await (const keys of inGroups(createInterface({ input: createReadStream(list) }), AT_ONCE)) {
		const saved = await Promise.all(keys.map((key) => saveObject(store, folder, key)));
		const parts = saved.filter((part) => part !== null);
		await appendSums(sums, parts);
		files.count += parts.length;
		for (const { bytes } of parts) files.bytes += bytes;
		files.missing.push(...keys.filter((_, index) => saved[index] === null));
	}
	return files;
}

async function saveObject(store: ObjectStore, folder: string, key: string): Promise<Part | null> {
	const found = await store.get(key);
	if (!found) return null;
	const part = await writePart(folder, fileOf(key), found.body as unknown as NodeStream<Uint8Array>);
	if (part.bytes !== found.size) throw new BackupError(`The store broke off in the middle of ${key}.`);
	return part;
}
