import type { Sql } from 'postgres';
import { SWEEPING_LOCK } from '#lib/server/attachments/sweeping-lock.ts';
import { BackupError } from './backup-error.ts';

/** The advisory lock of backups: one at a time. */
const BACKUP_LOCK = 0x6261636b;

/**
 * B2: from now on no sweeper takes an object, on any node, until the connection ends. It has to be held before the moment of the
 * rows: what sweepers have taken by then was removed by people before that. Throws when another backup is at it.
 */
export async function holdSweepers(sql: Sql): Promise<void> {
	const [alone] = await sql<{ isFirst: boolean }[]>`
		select pg_try_advisory_lock(${BACKUP_LOCK}) as "isFirst"`;
	if (!alone?.isFirst) throw new BackupError('Another backup of this database is being taken.');
	await sql`select pg_advisory_lock(${SWEEPING_LOCK})`;
}

/** Throws when the hold was lost meanwhile, with the connection: files may be missing then. */
export async function requireHeld(sql: Sql): Promise<void> {
	const [held] = await sql<{ isHeld: boolean }[]>`
		select exists (
			select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid() and granted
				and objid = ${SWEEPING_LOCK} and mode = 'ExclusiveLock'
		) as "isHeld"`;
	if (!held?.isHeld) throw new BackupError('The connection to the database was lost: take the backup again.');
}
