import path from 'node:path';
import { openStore } from '#lib/server/attachments/open-store.ts';
import { leftOutLines, requireWhole } from '#lib/server/backup/broken-files.ts';
import { checkBackup, type CheckedBackup } from '#lib/server/backup/check-backup.ts';
import { restore } from '#lib/server/backup/restore.ts';
import { parseConfig, type Config } from '#lib/server/config.ts';
import {
	describeContents,
	describeEffort,
	describeMissing,
	describeOutcome,
	readPlace,
	RESTORE_USAGE
} from './backup-command.ts';
import { fail } from './fail.ts';
import { openDatabaseAsItIs } from './open-database.ts';

/** `npm run restore`: puts a backup into an empty installation, or with `--check` looks whether it could. Ends with 0 when all that was asked for is there. */
export async function run(args: string[]): Promise<void> {
	try {
		const command = readPlace(args, ['check', 'without-broken-files'], RESTORE_USAGE);
		if (!command) {
			console.log(RESTORE_USAGE);
			process.exit(0);
		}
		const startedAt = performance.now();
		const config = parseConfig(process.env);
		const backup = await checkBackup(command.place);
		if (!command.has('without-broken-files')) requireWhole(backup);
		const isCheck = command.has('check');
		if (!isCheck) await restoreWith(config, backup);
		for (const line of [...leftOutLines(backup), describeMissing(backup.manifest)])
			if (line) console.error(line);
		console.log(describe(backup, isCheck, startedAt));
		process.exit(0);
	} catch (error) {
		fail(error);
	}
}

async function restoreWith(config: Config, backup: CheckedBackup): Promise<void> {
	const database = await openDatabaseAsItIs(config);
	try {
		const place = config.s3 ? config.s3.bucket : path.resolve(config.dataDir);
		await restore({ url: database.url, store: openStore(config), place }, backup);
	} finally {
		await database.stop();
	}
}

function describe(backup: CheckedBackup, isCheck: boolean, startedAt: number): string {
	const { manifest, rowBytes, brokenFiles } = backup;
	const done = describeOutcome(isCheck, brokenFiles.length);
	const contents = describeContents(manifest, rowBytes);
	return `${done} ${contents} of ${manifest.takenAt} ${describeEffort(startedAt)}`;
}
