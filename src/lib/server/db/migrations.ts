import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import type { Sql } from 'postgres';
import type { Transaction } from './begin.ts';

/** From the folder of the project, in which every command runs. */
const FOLDER = 'drizzle/migrations';

/** A step of the schema, as the journal of the migrations tells it. */
export interface Migration {
	/** Its file's name: `0004_finding`. */
	tag: string;
	/** When it was written, in milliseconds: what the database remembers of it. */
	when: number;
}

/** All steps, the first one first. */
export function listMigrations(): Migration[] {
	return readJournal().entries.map(({ tag, when }) => ({ tag, when }));
}

/** The step at which the schema stands; `null` in a database that has none. One that this program does not know has no name. */
export async function currentMigration(sql: Sql | Transaction): Promise<Migration | null> {
	const [found] = await sql<{ table: string | null }[]>`
		select to_regclass('drizzle.__drizzle_migrations')::text as table`;
	if (!found?.table) return null;
	const [last] = await sql<{ when: string }[]>`
		select created_at::text as when from drizzle.__drizzle_migrations order by created_at desc limit 1`;
	if (!last) return null;
	const when = Number(last.when);
	return { tag: listMigrations().find((known) => known.when === when)?.tag ?? '', when };
}

/** Runs what is missing, up to the newest step or to the one given, on a connection of its own or in an open transaction. */
export async function runMigrations(
	sql: Sql | { tx: Transaction; options: Sql['options'] },
	until?: Migration
): Promise<void> {
	const client = 'tx' in sql ? asClient(sql.tx, sql.options) : sql;
	const folder = until ? await cutFolder(until) : FOLDER;
	try {
		await migrate(drizzle(client), { migrationsFolder: folder });
	} finally {
		if (until) await rm(folder, { recursive: true });
	}
}

/** The migrator begins a transaction of its own; inside another one it is part of that. */
function asClient(tx: Transaction, options: Sql['options']): Sql {
	const begin = (work: (inner: Transaction) => Promise<unknown>) => work(tx);
	return Object.assign(tx.bind(null), tx, { options, begin }) as unknown as Sql;
}

interface Journal {
	entries: Migration[];
}

function readJournal(): Journal {
	return JSON.parse(readFileSync(path.join(FOLDER, 'meta', '_journal.json'), 'utf8')) as Journal;
}

/** The migrator takes a folder and runs all of it: this one ends with the given step. */
async function cutFolder(until: Migration): Promise<string> {
	const folder = await mkdtemp(path.join(tmpdir(), 'benchboard-migrations-'));
	const isWanted = (file: string) => !/snapshot\.json$/.test(file);
	await cp(FOLDER, folder, { recursive: true, filter: isWanted });
	const journal = readJournal();
	const entries = journal.entries.filter(({ when }) => when <= until.when);
	await writeFile(path.join(folder, 'meta', '_journal.json'), JSON.stringify({ ...journal, entries }));
	return folder;
}
