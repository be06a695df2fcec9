import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openStore } from '#lib/server/attachments/open-store.ts';
import { backUp, type TakenBackup } from '#lib/server/backup/back-up.ts';
import { BackupError } from '#lib/server/backup/backup-error.ts';
import { parseConfig, type Config } from '#lib/server/config.ts';
import {
	BACKUP_USAGE,
	describeContents,
	describeEffort,
	describeMissing,
	describeNoShop,
	readPlace
} from './backup-command.ts';
import { fail } from './fail.ts';
import { joinDatabaseAsItIs } from './open-database.ts';

/** `npm run backup`: writes a backup, while the server runs or not. Ends with 0 when all of it is on the disk. */
export async function run(args: string[]): Promise<void> {
	try {
		const command = readPlace(args, ['without-files'], BACKUP_USAGE);
		if (!command) {
			console.log(BACKUP_USAGE);
			process.exit(0);
		}
		const startedAt = performance.now();
		const withFiles = !command.has('without-files');
		const { manifest, rowBytes } = await take(parseConfig(process.env), command.place, withFiles);
		for (const warning of [describeNoShop(manifest), describeMissing(manifest)])
			if (warning) console.error(warning);
		const contents = describeContents(manifest, rowBytes);
		console.log(`Backed up ${contents} to ${command.place} ${describeEffort(startedAt)}`);
		process.exit(0);
	} catch (error) {
		fail(error);
	}
}

async function take(config: Config, place: string, withFiles: boolean): Promise<TakenBackup> {
	requireDatabase(config);
	const database = await joinDatabaseAsItIs(config);
	const { url } = database;
	const store = withFiles ? openStore(config) : null;
	try {
		return await backUp({ url, store, program: version(), onBegin: removeWhenEnded }, place);
	} finally {
		await database.stop();
	}
}

/** Whoever ends the process has no use for a half. */
function removeWhenEnded(folder: string): void {
	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}

/** A data folder that is not there would be made, and an empty database in it. */
function requireDatabase({ databaseUrl, dataDir }: Config): void {
	if (databaseUrl || existsSync(path.join(dataDir, 'postgres'))) return;
	throw new BackupError(
		`There is no database in ${path.resolve(dataDir)}. Set DATA_DIR or DATABASE_URL as for npm start.`
	);
}

function version(): string {
	const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
	return (JSON.parse(text) as { version: string }).version;
}
