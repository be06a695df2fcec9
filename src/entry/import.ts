import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { describeReport } from '#lib/import/describe-report.ts';
import type { ImportReport } from '#lib/import/report.ts';
import { parseConfig } from '#lib/server/config.ts';
import { connect } from '#lib/server/db/client.ts';
import { findImporter } from '#lib/server/import/find-importer.ts';
import { importContacts } from '#lib/server/import/import-contacts.ts';
import { importJobs } from '#lib/server/import/import-jobs.ts';
import { fail, UsageError } from './fail.ts';
import { readImportCommand, USAGE, type ImportCommand } from './import-command.ts';
import { joinDatabase } from './open-database.ts';

/** Bytes. A file of the most rows has a tenth of this. */
const LARGEST_FILE = 50 * 1024 * 1024;

/**
 * `npm run import`: takes a spreadsheet in, while the server runs or not. Ends with 0 when it was imported or a dry run found
 * nothing wrong, with 1 when something is wrong with the file, and with 2 when it could not even be tried. In the last two
 * cases nothing was written.
 */
export async function run(args: string[]): Promise<void> {
	if (args.includes('--help')) {
		console.log(USAGE);
		process.exit(0);
	}
	try {
		const command = readImportCommand(args);
		const report = await importWith(command, await readBytes(command.file));
		console.log(command.json ? JSON.stringify(report) : describeReport(report));
		process.exit(report.outcome === 'refused' ? 1 : 0);
	} catch (error) {
		fail(error, 2);
	}
}

/** npm runs commands in the project's folder; a relative name is meant where npm was called. */
async function readBytes(file: string): Promise<Uint8Array> {
	const place = path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
	const found = await stat(place).catch(() => null);
	if (!found?.isFile()) throw new UsageError(`There is no file ${place}`);
	if (found.size > LARGEST_FILE) throw new UsageError('The file is larger than 50 MiB: split it.');
	return readFile(place);
}

async function importWith(command: ImportCommand, bytes: Uint8Array): Promise<ImportReport> {
	const database = await joinDatabase(parseConfig(process.env));
	const { sql, db, close } = connect(database.url, { max: 1, applicationName: 'benchboard-import' });
	try {
		const actor = await findImporter(db, command.shop, command.by);
		const work = command.kind === 'jobs' ? importJobs : importContacts;
		return await work({ sql, now: () => new Date().toISOString() }, actor, bytes, command.options);
	} finally {
		await close();
		await database.stop();
	}
}
