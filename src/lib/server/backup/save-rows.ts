import type { Sql } from 'postgres';
import type { Transaction } from '#lib/server/db/begin.ts';
import { currentMigration, type Migration } from '#lib/server/db/migrations.ts';
import { BackupError } from './backup-error.ts';
import { rowsOf, type Manifest } from './backup-format.ts';
import { countRows, rowsOut } from './copy-rows.ts';
import { listTables, type DatabaseTable } from './database-tables.ts';
import { gzipped } from './gzip.ts';
import { namedObjects } from './named-objects.ts';
import { readSequences } from './sequences.ts';
import { writePart, type Part } from './write-part.ts';

/**
 * B8: what is on its way into the store or out of it. A backup has the objects that rows name and no others; this list, restored
 * beside a store that a living shop uses, would take files from it.
 */
const LEFT_OUT = 'object_removals';

export type SavedRows = Pick<
	Manifest,
	'takenAt' | 'snapshot' | 'postgres' | 'migration' | 'shops' | 'tables' | 'sequences'
>;

/**
 * B1: writes the rows of all tables as they were at one moment. `onKeys` gets the keys of the objects that they name, of the same
 * moment. Throws when there is nothing to save, or when a newer program has migrated the database.
 */
export async function saveRows(
	sql: Sql,
	folder: string,
	onKeys: (keys: AsyncIterable<string>) => Promise<void>
): Promise<{ rows: SavedRows; parts: Part[] }> {
	const seen = await listTables(sql);
	if (seen.length === 0) throw new BackupError('The database is empty: there is nothing to back up.');
	return sql.begin('isolation level repeatable read read only', async (tx) => {
		// Before the first look, so that nobody changes the schema from that moment on.
		await tx`lock table ${tx(seen.map(({ name }) => `public.${name}`))} in access share mode`;
		const tables = (await listTables(tx)).filter(({ name }) => name !== LEFT_OUT);
		if (tables.some((table) => !isAmong(table, seen)))
			throw new BackupError('The database was being migrated: take the backup again.');
		const migration = await requireKnown(tx);
		const rows: SavedRows = {
			migration,
			...(await readMoment(tx)),
			tables: [],
			sequences: await readSequences(tx)
		};
		const parts: Part[] = [];
		for (const { name, columns } of tables) {
			parts.push(await writePart(folder, rowsOf(name), gzipped(rowsOut(tx, { name, columns }))));
			rows.tables.push({ name, columns, rows: await countRows(tx, name) });
		}
		await onKeys(namedObjects(tx));
		return { rows, parts };
	});
}

function isAmong(table: DatabaseTable, seen: DatabaseTable[]): boolean {
	return seen.some(
		({ name, columns }) => name === table.name && columns.join('\n') === table.columns.join('\n')
	);
}

async function readMoment(tx: Transaction): Promise<Omit<SavedRows, 'migration' | 'tables' | 'sequences'>> {
	const [moment] = await tx<{ at: string; snapshot: string; postgres: string; shops: string }[]>`
		select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
			pg_current_snapshot()::text as snapshot, current_setting('server_version') as postgres,
			(select count(*) from shops)::text as shops`;
	if (!moment) throw new Error('The database does not know its time');
	const { at: takenAt, snapshot, postgres } = moment;
	return { takenAt, snapshot, postgres, shops: Number(moment.shops) };
}

async function requireKnown(tx: Transaction): Promise<Migration> {
	const migration = await currentMigration(tx);
	if (!migration) throw new BackupError('The database holds other tables than Benchboard’s.');
	if (migration.tag === '')
		throw new BackupError('A newer version has migrated the database: take the backup with that version.');
	return migration;
}
