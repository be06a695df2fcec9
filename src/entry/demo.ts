import { parseArgs } from 'node:util';
import { openStore } from '#lib/server/attachments/open-store.ts';
import { connect } from '#lib/server/db/client.ts';
import { loadDemoShop, type DemoShop } from '#lib/server/demo/load-demo-shop.ts';
import { fail, UsageError } from './fail.ts';
import { startServer } from './start.ts';

/** `npm run demo`: starts with a demo shop when the database is empty, and says how to sign in. */
export async function run(args: string[]): Promise<void> {
	await startDemo(args).catch(fail);
}

async function startDemo(args: string[]): Promise<void> {
	const jobs = parseJobs(args);
	let shop: DemoShop | null = null;
	await startServer(async (database, config) => {
		const { db, close } = connect(database.url, { max: 1 });
		const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
		try {
			shop = await loadDemoShop(db, { jobs, now: new Date(), timeZone, store: openStore(config) });
		} finally {
			await close();
		}
	});
	console.log(describe(shop));
}

function parseJobs(args: string[]): number | undefined {
	const { jobs } = readFlags(args);
	if (jobs === undefined) return undefined;
	if (!/^\d{1,6}$/.test(jobs))
		throw new UsageError('--jobs must be a number, as in: npm run demo -- --jobs 500');
	return Number(jobs);
}

function readFlags(args: string[]): { jobs?: string } {
	try {
		return parseArgs({ args, options: { jobs: { type: 'string' } } }).values;
	} catch (error) {
		throw new UsageError(`${String((error as Error).message)}\nUsage: npm run demo -- [--jobs 500]`);
	}
}

function describe(shop: DemoShop | null): string {
	if (!shop) return 'The database holds a shop already: nothing was added to it.';
	const width = Math.max(...shop.people.map(({ email }) => email.length));
	const lines = shop.people.map(
		({ email, password, role, name }) => `  ${email.padEnd(width)}  ${password}  ${role}, ${name}`
	);
	return ['Sign in as one of', ...lines].join('\n');
}
