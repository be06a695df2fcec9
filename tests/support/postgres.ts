import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { connect, type DatabaseClient } from '#lib/server/db/client.ts';
import { SERVER_VARIABLE, TEMPLATE } from './postgres-server.ts';

export interface TestDatabase extends DatabaseClient {
	url: string;
	/** Closes the connections and drops the database. */
	close: () => Promise<void>;
}

/** Makes a fresh, migrated, empty database on the server of this run. Close it when the file is done. */
export async function testDatabase(): Promise<TestDatabase> {
	const { url, drop } = await createTestDatabase();
	const client = connect(url, { applicationName: 'test' });
	const close = async () => {
		await client.close();
		await drop();
	};
	return { ...client, url, close };
}

/**
 * The same without a connection of our own: for a server that is started as a child process. Of `template1` it has nothing in it,
 * not even a schema.
 */
export async function createTestDatabase(
	template: typeof TEMPLATE | 'template1' = TEMPLATE
): Promise<{ url: string; drop: () => Promise<void> }> {
	const server = process.env[SERVER_VARIABLE];
	if (!server)
		throw new Error('The test database server is not running: is tests/support/global-setup.ts in use?');
	const name = `test_${randomBytes(8).toString('hex')}`;
	await onServer(server, (sql) => sql`create database ${sql(name)} template ${sql(template)}`);
	const url = new URL(server);
	url.pathname = name;
	return {
		url: url.href,
		drop: () => onServer(server, (sql) => sql`drop database ${sql(name)} with (force)`)
	};
}

async function onServer(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
	const sql = postgres(url, { max: 1, onnotice: () => undefined });
	try {
		await work(sql);
	} finally {
		await sql.end();
	}
}
