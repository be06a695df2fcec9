import type { Config } from '#lib/server/config.ts';
import { waitUntilReachable } from '#lib/server/db/client-reachable.ts';
import { joinEmbedded, startEmbedded, type EmbeddedDatabase } from '#lib/server/db/embedded/embedded.ts';
import { migrate } from '#lib/server/db/migrate.ts';

/** Starts the embedded database, or reaches the one that DATABASE_URL names, and brings it to the newest schema. */
export function openDatabase(config: Config): Promise<EmbeddedDatabase> {
	return open(config, (dataDir) =>
		startEmbedded(dataDir, { onNotice: (message) => console.error(message), patience: 3000 })
	);
}

/** The same for a command that may run beside the server: it uses the server's database when there is one. */
export function joinDatabase(config: Config): Promise<EmbeddedDatabase> {
	return open(config, joinEmbedded);
}

/** The same, with the schema left as it is: a backup is taken before a new version changes anything. */
export function joinDatabaseAsItIs(config: Config): Promise<EmbeddedDatabase> {
	return reach(config, joinEmbedded);
}

/** The database alone, with its schema left as it is. Throws an EmbeddedError when a server runs on the data folder. */
export function openDatabaseAsItIs(config: Config): Promise<EmbeddedDatabase> {
	return reach(config, (dataDir) => startEmbedded(dataDir, { patience: 0 }));
}

type Embed = (dataDir: string) => Promise<EmbeddedDatabase>;

async function open(config: Config, embed: Embed): Promise<EmbeddedDatabase> {
	return reach(config, embed, ({ url }) => migrate(url));
}

async function reach(
	{ databaseUrl, dataDir }: Config,
	embed: Embed,
	prepare: (database: EmbeddedDatabase) => Promise<void> = () => Promise.resolve()
): Promise<EmbeddedDatabase> {
	const database = databaseUrl ? { url: databaseUrl, stop: () => Promise.resolve() } : await embed(dataDir);
	try {
		await waitUntilReachable(database.url);
		await prepare(database);
	} catch (error) {
		await database.stop();
		throw error;
	}
	return database;
}
