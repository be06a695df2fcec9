import { parseArgs } from 'node:util';
import { checkStorage } from '#lib/server/attachments/check/check-storage.ts';
import { faultSentence, type StorageReport } from '#lib/server/attachments/check/fault.ts';
import { openStore } from '#lib/server/attachments/open-store.ts';
import { parseConfig } from '#lib/server/config.ts';
import { connect } from '#lib/server/db/client.ts';
import { fail, UsageError } from './fail.ts';
import { joinDatabase } from './open-database.ts';

const USAGE = 'Usage: npm run storage -- check [--repair] [--json]';

interface Options {
	repair: boolean;
	json: boolean;
}

/**
 * `npm run storage -- check`: compares the rows of all files with the objects in the store, while the server runs or not.
 * Ends with 1 when something is wrong and stays wrong.
 */
export async function run(args: string[]): Promise<void> {
	try {
		const options = readOptions(args);
		const report = await check(options);
		console.log(options.json ? JSON.stringify(report) : inWords(report));
		process.exit(report.faults.every(({ isRepaired }) => isRepaired) ? 0 : 1);
	} catch (error) {
		fail(error);
	}
}

function readOptions(args: string[]): Options {
	try {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: { repair: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } }
		});
		if (positionals.join() === 'check') return values;
	} catch {
		// What is not understood is answered with what would be.
	}
	throw new UsageError(USAGE);
}

async function check({ repair }: Options): Promise<StorageReport> {
	const config = parseConfig(process.env);
	const database = await joinDatabase(config);
	const { sql, close } = connect(database.url, { max: 1 });
	const now = () => new Date().toISOString();
	try {
		return await checkStorage({ sql, store: openStore(config), now }, { repair });
	} finally {
		await close();
		await database.stop();
	}
}

function inWords({ files, objects, faults }: StorageReport): string {
	const lines = faults.map(
		({ fault, isRepaired, why }) =>
			`${isRepaired ? 'Repaired: ' : ''}${faultSentence(fault)}${why ? ` Not repaired: ${why}` : ''}`
	);
	const wrong = faults.filter(({ isRepaired }) => !isRepaired).length;
	const found = `${files} files, ${objects} objects, ${faults.length} faults`;
	return [...lines, wrong < faults.length ? `${found}, ${wrong} left` : found].join('\n');
}
