import type { RequestListener } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { pathToFileURL } from 'node:url';
import { parseConfig, type Config } from '#lib/server/config.ts';
import type { EmbeddedDatabase } from '#lib/server/db/embedded/embedded.ts';
import { fail } from './fail.ts';
import { ADDRESS_HEADER, createHttpServer, listenAt, requireFreePort, SCHEME_HEADER } from './http-server.ts';
import { leave } from './leave.ts';
import { openDatabase } from './open-database.ts';
import { HTTP_SERVER } from './process-symbols.ts';
import { requireBucket, requireFolder } from './require-store.ts';
import { handleSignals } from './shutdown.ts';

/**
 * By how much, in percent, the heap may outgrow what is alive in it before it is cleared up. Left alone it grows by several times
 * that: with 200 screens, after 5,000 moves, the process held 237 MB instead of 160, and was no faster.
 */
const HEAP_GROWTH = 60;

/** The launcher runs in the folder of the project. */
const HANDLER = pathToFileURL('build/handler.js').href;

/** `npm start`: serves the production build until a signal comes. */
export async function run(): Promise<void> {
	await startServer().catch(fail);
}

/** Starts everything; `prepare` works on the migrated database before the first request is taken. Returns after the ready line. */
export async function startServer(
	prepare: (database: EmbeddedDatabase, config: Config) => Promise<void> = () => Promise.resolve()
): Promise<void> {
	setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
	const config = parseConfig(process.env);
	await requireFreePort(config.host, config.port, 2000);
	await requireBucket(config);
	const signals = handleSignals();
	const database = await openDatabase(config);
	signals.add(() => database.stop());
	// After the database: where a folder may lie is its business.
	await requireFolder(config);
	await prepare(database, config);
	const { server, handleWith } = createHttpServer(config.origin);
	Object.assign(globalThis, { [HTTP_SERVER]: server });
	signals.add((ending) => leave(server, ending, config.databaseUrl !== undefined));
	handleWith(await loadApplication(database.url));
	console.log(`Benchboard is ready on ${await listenAt(server, config.host, config.port)}`);
}

/** The build reads its settings from the environment while it is loaded. */
async function loadApplication(databaseUrl: string): Promise<RequestListener> {
	Object.assign(process.env, {
		NODE_ENV: 'production',
		DATABASE_URL: databaseUrl,
		ADAPTER_PROTOCOL_HEADER: SCHEME_HEADER,
		ADAPTER_ADDRESS_HEADER: ADDRESS_HEADER,
		ADAPTER_BODY_SIZE_LIMIT: '9M'
	});
	const build = (await import(/* @vite-ignore */ HANDLER)) as { handler: RequestListener };
	return build.handler;
}
