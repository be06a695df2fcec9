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

async function open(
	config: Config,
	embed: (dataDir: string) => Promise<EmbeddedDatabase>
): Promise<EmbeddedDatabase> {
	const { databaseUrl } = config;
	const database = databaseUrl
		? { url: databaseUrl, stop: () => Promise.resolve() }
		: await embed(config.dataDir);
	try {
		await waitUntilReachable(database.url);
		await migrate(database.url);
	} catch (error) {
		await database.stop();
		throw error;
	}
	return database;
}
