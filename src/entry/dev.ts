import { createServer } from 'vite';
import { parseConfig } from '#lib/server/config.ts';
import { fail } from './fail.ts';
import { openDatabase } from './open-database.ts';
import { leftShutdown } from './process-symbols.ts';
import { handleSignals } from './shutdown.ts';

/** `npm run dev`: the same database, with Vite instead of the build. */
export async function run(): Promise<void> {
	await startDevelopment().catch(fail);
}

async function startDevelopment(): Promise<void> {
	const config = parseConfig(process.env);
	const signals = handleSignals();
	const database = await openDatabase(config);
	signals.add(() => database.stop());
	process.env.DATABASE_URL = database.url;
	const vite = await createServer({ server: { host: config.host, port: config.port, strictPort: true } });
	signals.add(async () => {
		const { disconnect, close } = leftShutdown();
		await disconnect();
		await close();
		await vite.close();
	});
	await vite.listen();
	vite.printUrls();
}
