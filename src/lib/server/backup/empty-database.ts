import type { Sql } from 'postgres';
import type { Transaction } from '#lib/server/db/begin.ts';
import { currentMigration } from '#lib/server/db/migrations.ts';
import { BackupError } from './backup-error.ts';
import { listTables } from './database-tables.ts';

/** Codes on screens that wait to be paired are nobody's, and live for minutes. */
const NOBODYS = 'display_codes';

/** B6: throws unless the database is one into which a backup may go: without a row, and without tables of somebody else. */
export async function requireEmpty(sql: Sql | Transaction): Promise<void> {
	const tables = await listTables(sql);
	if (tables.length > 0 && !(await currentMigration(sql)))
		throw new BackupError(`The database holds other tables than Benchboard’s (${tables[0]?.name ?? ''}).`);
	for (const { name } of tables) {
		if (name === NOBODYS) continue;
		const [found] = await sql`select from ${sql(`public.${name}`)} limit 1`;
		if (found)
			throw new BackupError(
				`The database is in use: there are ${name} in it. A backup goes into an empty one: set DATA_DIR to a new folder, or DATABASE_URL to an empty database.`
			);
	}
}

/** B6: throws when somebody else is connected, such as a server that shows its set-up page. */
export async function requireAlone(sql: Sql): Promise<void> {
	const [others] = await sql<{ count: number }[]>`
		select count(*)::int as count from pg_stat_activity
		where datname = current_database() and pid <> pg_backend_pid() and application_name like 'benchboard%'`;
	if (others && others.count > 0)
		throw new BackupError('A server runs on this database: stop it first, on every machine.');
}

/** Takes away what the migrations have made in a database without rows, so that they can begin again. */
export async function clearSchema(tx: Transaction): Promise<void> {
	const tables = await listTables(tx);
	if (tables.length === 0) return;
	await tx`drop table ${tx(tables.map(({ name }) => `public.${name}`))} cascade`;
	const leftovers = await tx<{ kind: string; name: string }[]>`
		select 'type' as kind, t.oid::regtype::text as name, t.oid from pg_type t
		where t.typnamespace = 'public'::regnamespace and t.typtype = 'e'
		union all
		select 'function', p.oid::regprocedure::text, p.oid from pg_proc p
		where p.pronamespace = 'public'::regnamespace and p.prokind = 'f' and not exists (
			select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e'
		)`;
	for (const { kind, name } of leftovers) await tx.unsafe(`drop ${kind} if exists ${name} cascade`);
	await tx`drop schema drizzle cascade`;
}
