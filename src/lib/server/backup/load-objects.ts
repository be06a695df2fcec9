import { readFile } from 'node:fs/promises';
import { typeOfBytes } from '#lib/attachments/file-type.ts';
import type { ObjectStore } from '#lib/server/attachments/object-store.ts';
import { FILES, placeOf, SUMS } from './backup-format.ts';
import type { CheckedBackup } from './check-backup.ts';
import { inGroups } from './in-groups.ts';
import { readSums } from './sums.ts';

/** Objects that are stored at once. */
const AT_ONCE = 4;

/**
 * Puts the objects of a backup into the store, but for those that are broken. One that is there with as many bytes stays: keys are
 * never given twice, so it is the same, as after a restore that was cut short or beside a bucket that was not lost.
 */
export async function loadObjects(store: ObjectStore, backup: CheckedBackup): Promise<void> {
	for await (const names of inGroups(namesOfFiles(backup), AT_ONCE))
		await Promise.all(names.map((name) => loadObject(store, backup.folder, name)));
}

async function* namesOfFiles({ folder, brokenFiles }: CheckedBackup): AsyncGenerator<string> {
	const broken = new Set(brokenFiles.map(({ name }) => name));
	for await (const { name } of readSums(placeOf(folder, SUMS)))
		if (name.startsWith(`${FILES}/`) && !broken.has(name)) yield name;
}

async function loadObject(store: ObjectStore, folder: string, name: string): Promise<void> {
	const key = name.slice(FILES.length + 1);
	const bytes = await readFile(placeOf(folder, name));
	if ((await store.size(key)) === bytes.byteLength) return;
	const seen = typeOfBytes(bytes);
	await store.put(key, bytes, seen.ok ? seen.type : 'application/octet-stream');
}
