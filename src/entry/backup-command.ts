import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Manifest } from '#lib/server/backup/backup-format.ts';
import { UsageError } from './fail.ts';

export const BACKUP_USAGE = `Usage: npm run backup -- FOLDER
Writes everything that the shops have, rows and files, into a new folder, while the server runs or not. Folders above it
are made where they are missing.
Which database and which files: the same settings as for npm start (DATA_DIR, DATABASE_URL, S3_…).
  --without-files   rows alone, where the bucket keeps its own versions
  --help            this page`;

export const RESTORE_USAGE = `Usage: npm run restore -- BACKUP
Puts a backup into an empty installation, while no server runs on it. The whole backup is checked first.
Where it goes: the same settings as for npm start (DATA_DIR, DATABASE_URL, S3_…).
  --check                  checks the backup, and writes nothing
  --without-broken-files   leaves out files that are not as they were written, and names them; rows have to be whole
  --help                   this page`;

/** Reads a command line of one folder and some switches; `null` when it asks for help. Throws a UsageError with what is wrong with it. */
export function readPlace<Flag extends string>(
	args: string[],
	flags: readonly Flag[],
	usage: string
): { place: string; has: (flag: Flag) => boolean } | null {
	const { values, positionals } = parse(args, flags, usage);
	if (values.help === true) return null;
	const [place, another] = positionals;
	if (!place) throw new UsageError(`Which folder?\n${usage}`);
	if (another) throw new UsageError(`One folder: “${another}” is too much.\n${usage}`);
	// npm runs commands in the project's folder; a relative name is meant where npm was called.
	const from = process.env.INIT_CWD ?? process.cwd();
	return { place: path.resolve(from, place), has: (flag) => values[flag] === true };
}

function parse(args: string[], flags: readonly string[], usage: string) {
	try {
		const options = Object.fromEntries(
			['help', ...flags].map((flag) => [flag, { type: 'boolean' as const }])
		);
		return parseArgs({ args, options, allowPositionals: true });
	} catch (error) {
		throw new UsageError(`${String((error as Error).message).split('\n')[0] ?? ''}\n${usage}`);
	}
}

/** `1 shop: 12,345 rows (3.1 MB) and 120 files (45.2 MB)`. */
export function describeContents({ shops, tables, files }: Manifest, rowBytes: number): string {
	const rows = tables.reduce((sum, table) => sum + table.rows, 0);
	const rowPart = `${counted(shops, 'shop')}: ${counted(rows, 'row')} (${megabytes(rowBytes)})`;
	if (files.leftOut) return `${rowPart}, without files,`;
	return `${rowPart} and ${counted(files.count, 'file')} (${megabytes(files.bytes)})`;
}

/** `in 2.3 s, peak memory 140 MB`. */
export function describeEffort(startedAt: number): string {
	const seconds = (performance.now() - startedAt) / 1000;
	return `in ${seconds.toFixed(1)} s, peak memory ${megabytes(process.resourceUsage().maxRSS * 1024, 0)}`;
}

/** What the backup does not have because the store did not; `null` when it has everything. */
export function describeMissing({ files }: Manifest): string | null {
	const { length } = files.missing;
	if (length === 0) return null;
	return `${counted(length, 'file')} that jobs name ${length === 1 ? 'was' : 'were'} not in the store when it was backed up. npm run storage -- check names them.`;
}

/** What was put back, or would be: `Restored`, `The backup is sound:`, or how many files that leaves out. */
export function describeOutcome(isCheck: boolean, broken: number): string {
	if (broken === 0) return isCheck ? 'The backup is sound:' : 'Restored';
	const but = `but ${counted(broken, 'broken file')}`;
	return isCheck ? `The backup is sound, all ${but}, of` : `Restored all ${but} of`;
}

/** What somebody should hear who has backed up an installation in which nobody works; `null` where there is a shop. */
export function describeNoShop({ shops }: Manifest): string | null {
	if (shops > 0) return null;
	return 'There is no shop in what was backed up. Are DATA_DIR, DATABASE_URL and S3_… set as for npm start?';
}

function counted(count: number, word: string): string {
	return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
}

function megabytes(bytes: number, digits = 1): string {
	return `${(bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: digits })} MB`;
}
