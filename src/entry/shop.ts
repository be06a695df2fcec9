import { parseArgs } from 'node:util';
import { parseConfig } from '#lib/server/config.ts';
import { connect, type Db } from '#lib/server/db/client.ts';
import { createPerson } from '#lib/server/people/create-person.ts';
import { createShop } from '#lib/server/people/create-shop.ts';
import { fail, UsageError } from './fail.ts';
import { joinDatabase } from './open-database.ts';

const USAGE =
	'Usage: npm run shop -- create --name … --time-zone … --email … --password …, or person --shop … --name … --email … --role … --password …';

type Work = (db: Db) => Promise<unknown>;

/** `npm run shop`: the operator adds a shop with its first admin, or a person. Prints the ids as JSON, and nothing else. */
export async function run(args: string[]): Promise<void> {
	try {
		const result = await withDatabase(readCommand(args));
		console.log(JSON.stringify(result));
		process.exit(0);
	} catch (error) {
		fail(error);
	}
}

function readCommand([command, ...args]: string[]): Work {
	if (command === 'create') {
		const { name, timeZone, email, password, adminName } = readFlags(
			args,
			['name', 'time-zone', 'email', 'password'],
			['admin-name']
		);
		return (db) => createShop(db, { name, timeZone, email, password, adminName });
	}
	if (command === 'person') {
		const { shop, name, email, role, password } = readFlags(args, [
			'shop',
			'name',
			'email',
			'role',
			'password'
		]);
		return (db) => createPerson(db, { shop, name, email, role, password });
	}
	throw new UsageError(USAGE);
}

/** Uses the running server's database; when none runs, starts one and stops it again. */
async function withDatabase(work: Work): Promise<unknown> {
	const database = await joinDatabase(parseConfig(process.env));
	const { db, close } = connect(database.url, { max: 1 });
	try {
		return await work(db);
	} finally {
		await close();
		await database.stop();
	}
}

type Flags<Needed extends string, Optional extends string> = Record<CamelCase<Needed>, string> &
	Partial<Record<CamelCase<Optional>, string>>;
type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
	? `${Head}${Capitalize<Tail>}`
	: Name;

function readFlags<Needed extends string, Optional extends string = never>(
	args: string[],
	needed: Needed[],
	optional: Optional[] = []
): Flags<Needed, Optional> {
	const options = Object.fromEntries(
		[...needed, ...optional].map((name) => [name, { type: 'string' as const }])
	);
	const values = parse(args, options);
	const missing = needed.filter((name) => typeof values[name] !== 'string');
	if (missing.length > 0) throw new UsageError(`Missing: ${missing.map((name) => `--${name}`).join(' ')}`);
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [camelCase(name), value])) as Flags<
		Needed,
		Optional
	>;
}

function parse(args: string[], options: Record<string, { type: 'string' }>): Record<string, unknown> {
	try {
		return parseArgs({ args, options }).values;
	} catch (error) {
		throw new UsageError(String((error as Error).message).split('\n')[0]);
	}
}

function camelCase(name: string): string {
	return name.replace(/-./g, ([, letter]) => letter?.toUpperCase() ?? '');
}
