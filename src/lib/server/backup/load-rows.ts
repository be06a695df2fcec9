import type { Sql } from 'postgres';
import type { Transaction } from '#lib/server/db/begin.ts';
import { MIGRATION_LOCK } from '#lib/server/db/migrate.ts';
import { runMigrations } from '#lib/server/db/migrations.ts';
import { BackupError } from './backup-error.ts';
import { placeOf, rowsOf, type Manifest } from './backup-format.ts';
import type { CheckedBackup } from './check-backup.ts';
import { countRows, rowsIn } from './copy-rows.ts';
import { listTables } from './database-tables.ts';
import { clearSchema, requireEmpty } from './empty-database.ts';
import { gunzippedFile } from './gzip.ts';
import { setSequences } from './sequences.ts';

/**
 * B7: puts the rows of a backup into an empty database, in one transaction: the schema of the backup's day, the rows, their
 * counts compared, then the steps to the newest schema. Whatever goes wrong, the database is as it was.
 */
export async function loadRows(sql: Sql, { folder, manifest }: CheckedBackup): Promise<void> {
	await sql.begin(async (tx) => {
		// A node that starts now waits until all is there.
		await tx`select pg_advisory_xact_lock(${MIGRATION_LOCK})`;
		await requireEmpty(tx);
		await clearSchema(tx);
		const { options } = sql;
		await runMigrations({ tx, options }, manifest.migration);
		await requireFitting(tx, manifest);
		await withoutTriggers(tx, manifest, async () => {
			// Each takes two delayed acknowledgements of TCP, so those without a row are passed over.
			for (const table of manifest.tables.filter(({ rows }) => rows > 0))
				await rowsIn(tx, table, gunzippedFile(placeOf(folder, rowsOf(table.name))));
		});
		await setSequences(tx, manifest.sequences);
		for (const { name, rows } of manifest.tables) {
			const found = await countRows(tx, name);
			if (found !== rows) throw new BackupError(`${name} had ${rows} rows, and ${found} were restored.`);
		}
		await runMigrations({ tx, options });
	});
	// The planner knows nothing of rows that came a moment ago.
	await sql`analyze ${sql(manifest.tables.map(({ name }) => `public.${name}`))}`;
}

/** Tables and their columns are those of the schema, or the manifest is not of this backup. */
async function requireFitting(tx: Transaction, { tables, migration }: Manifest): Promise<void> {
	const known = new Map((await listTables(tx)).map(({ name, columns }) => [name, new Set(columns)]));
	for (const { name, columns } of tables) {
		const of = known.get(name);
		if (!of || columns.some((column) => !of.has(column)))
			throw new BackupError(`The backup has ${name}, which the schema ${migration.tag} does not have so.`);
	}
}

/** What triggers keep is in the backup already. Foreign keys and checks stay on. */
async function withoutTriggers(
	tx: Transaction,
	{ tables }: Manifest,
	work: () => Promise<void>
): Promise<void> {
	const each = async (what: string) => {
		for (const { name } of tables)
			await tx`alter table ${tx(`public.${name}`)} ${tx.unsafe(`${what} trigger user`)}`;
	};
	await each('disable');
	await work();
	await each('enable');
}
