import { readFileSync } from 'node:fs';
import { migrate } from '#lib/server/db/migrate.ts';
import { listMigrations, type Migration } from '#lib/server/db/migrations.ts';
import { onDatabase } from '#tests/support/everything.ts';
import { createTestDatabase } from '#tests/support/postgres.ts';
import { LATER_ROWS } from './later-rows.ts';

const [FIRST] = listMigrations() as [Migration];
const FIRST_SHOPS = readFileSync(new URL('first-shops.sql', import.meta.url), 'utf8');

/** A database that began with the first step, went on to this one, and got on the way what shops had by then. */
export async function oldDatabase(newest: Migration): Promise<{ url: string; drop: () => Promise<void> }> {
	const database = await createTestDatabase('template1');
	for (const step of listMigrations().filter(({ when }) => when <= newest.when)) {
		await migrate(database.url, step);
		const added = LATER_ROWS.find(({ since }) => since === step.tag)?.sql;
		const rows = step.when === FIRST.when ? FIRST_SHOPS : added;
		if (rows) await onDatabase(database.url, (sql) => sql.unsafe(rows));
	}
	return database;
}
