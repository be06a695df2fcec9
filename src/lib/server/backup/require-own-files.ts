import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import type { ObjectStore } from '#lib/server/attachments/object-store.ts';
import { BackupError } from './backup-error.ts';
import { placeOf, rowsOf } from './backup-format.ts';
import type { CheckedBackup } from './check-backup.ts';
import { gunzippedFile } from './gzip.ts';

/**
 * B6: throws when the store holds files of a shop that the backup does not have. `place` is where the store is, in words for a
 * person.
 */
export async function requireOwnFiles(
	store: ObjectStore,
	{ folder }: Pick<CheckedBackup, 'folder'>,
	place: string
): Promise<void> {
	const shops = await readShops(folder);
	for await (const { key } of store.list('shops/')) {
		const [, shop] = key.split('/');
		if (shop !== undefined && !shops.has(shop))
			throw new BackupError(
				`${place} holds files of a shop that the backup does not have (${key}). A backup goes into an empty place: set DATA_DIR to a new folder, or S3_BUCKET to a bucket of its own, or move these files away.`
			);
	}
}

/** The ids of the shops of a backup. */
async function readShops(folder: string): Promise<Set<string>> {
	const rows = await text(gunzippedFile(placeOf(folder, rowsOf('shops'))));
	return new Set(parse<{ id: string }>(rows, { columns: true }).map(({ id }) => id));
}
