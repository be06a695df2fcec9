import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

/** From the folder of the project, in which every command runs. */
const MIGRATIONS = 'drizzle/migrations';

/** Any number that nothing else on the database uses: "bench" as bytes. */
const LOCK = 0x62656e63;

/** Brings the database to the newest schema. Several nodes may start at once: the first one migrates, the others wait for it. */
export async function migrate(url: string): Promise<void> {
	const sql = postgres(url, {
		max: 1,
		connect_timeout: 5,
		onnotice: () => undefined,
		connection: { application_name: 'benchboard-migrate' }
	});
	try {
		await sql`select pg_advisory_lock(${LOCK})`;
		await runMigrations(drizzle(sql), { migrationsFolder: MIGRATIONS });
	} finally {
		await sql.end({ timeout: 1 });
	}
}
