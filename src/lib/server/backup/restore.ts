import type { ObjectStore } from '#lib/server/attachments/object-store.ts';
import type { CheckedBackup } from './check-backup.ts';
import { connectForCopy } from './connect-for-copy.ts';
import { requireAlone, requireEmpty } from './empty-database.ts';
import { explained } from './explained.ts';
import { loadObjects } from './load-objects.ts';
import { loadRows } from './load-rows.ts';
import { requireOwnFiles } from './require-own-files.ts';

export interface RestoreTarget {
	/** The address of the database. */
	url: string;
	store: ObjectStore;
	/** Where files go, in words for a person. */
	place: string;
}

/**
 * B6, B7: puts a backup that was checked into an empty database and its store. Files go first: a restore that is cut short leaves
 * a database without rows, and can be repeated. Broken files are left out: whoever wants none of that asks `requireWhole` first.
 * Throws a BackupError with the reason in words.
 */
export async function restore({ url, store, place }: RestoreTarget, backup: CheckedBackup): Promise<void> {
	const sql = connectForCopy(url);
	try {
		await explained(place, async () => {
			await requireAlone(sql);
			await requireEmpty(sql);
			await store.check();
			await requireOwnFiles(store, backup, place);
			await loadObjects(store, backup);
			await loadRows(sql, backup);
		});
	} finally {
		await sql.end({ timeout: 1 });
	}
}
