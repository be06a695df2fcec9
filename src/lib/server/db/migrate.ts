import postgres from 'postgres';
import { runMigrations, type Migration } from './migrations.ts';

/** Any number that nothing else on the database uses: "bench" as bytes. Whoever changes the schema holds this advisory lock. */
export const MIGRATION_LOCK = 0x62656e63;

/**
 * Brings the database to the newest schema, or to the step given. Several nodes may start at once: the first one migrates, the
 * others wait for it. A database that a newer program has migrated is left as it is (U3).
 */
export async function migrate(url: string, until?: Migration): Promise<void> {
	const sql = postgres(url, {
		max: 1,
		connect_timeout: 5,
		onnotice: () => undefined,
		connection: { application_name: 'benchboard-migrate' }
	});
	try {
		await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
		await runMigrations(sql, until);
	} finally {
		await sql.end({ timeout: 1 });
	}
}
