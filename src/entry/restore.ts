import path from 'node:path';
import { openStore } from '#lib/server/attachments/open-store.ts';
import { checkBackup, type SoundBackup } from '#lib/server/backup/check-backup.ts';
import { restore } from '#lib/server/backup/restore.ts';
import { parseConfig, type Config } from '#lib/server/config.ts';
import {
	describeContents,
	describeEffort,
	describeMissing,
	readPlace,
	RESTORE_USAGE
} from './backup-command.ts';
import { fail } from './fail.ts';
import { openDatabaseAsItIs } from './open-database.ts';

/** `npm run restore`: puts a backup into an empty installation, or with `--check` looks whether it could. Ends with 0 when all is well. */
export async function run(args: string[]): Promise<void> {
	try {
		const command = readPlace(args, 'check', RESTORE_USAGE);
		if (!command) {
			console.log(RESTORE_USAGE);
			process.exit(0);
		}
		const startedAt = performance.now();
		const config = parseConfig(process.env);
		const backup = await checkBackup(command.place);
		if (!command.isSet) await restoreWith(config, backup);
		const missing = describeMissing(backup.manifest);
		if (missing) console.error(missing);
		console.log(describe(backup, command.isSet, startedAt));
		process.exit(0);
	} catch (error) {
		fail(error);
	}
}

async function restoreWith(config: Config, backup: SoundBackup): Promise<void> {
	const database = await openDatabaseAsItIs(config);
	try {
		const place = config.s3 ? config.s3.bucket : path.resolve(config.dataDir);
		await restore({ url: database.url, store: openStore(config), place }, backup);
	} finally {
		await database.stop();
	}
}

function describe({ manifest, rowBytes }: SoundBackup, isCheck: boolean, startedAt: number): string {
	const done = isCheck ? 'The backup is sound:' : 'Restored';
	const contents = describeContents(manifest, rowBytes);
	return `${done} ${contents} of ${manifest.takenAt} ${describeEffort(startedAt)}`;
}
