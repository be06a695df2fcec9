import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { destroyEmbedded, startEmbedded } from '#lib/server/db/embedded/embedded.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { lockHolder } from '#lib/server/process-lock.js';

/** The environment variable that tells the workers of a run where its database server is. */
export const SERVER_VARIABLE = 'BENCHBOARD_TEST_SERVER';
export const TEMPLATE = 'migrated_template';

const RUNS = path.join(tmpdir(), `benchboard-tests-${process.getuid?.() ?? 0}`);

/** Starts one database server for a run, with a migrated template in it. Returns what ends and deletes it. */
export async function startTestServer(): Promise<() => Promise<void>> {
	mkdirSync(RUNS, { recursive: true, mode: 0o755 });
	await sweepDeadRuns();
	const folder = mkdtempSync(path.join(RUNS, `${process.pid}-`));
	await chmod(folder, 0o711);
	const server = await startEmbedded(folder, { maxConnections: 300, durable: false });
	await makeTemplate(server.url);
	process.env[SERVER_VARIABLE] = server.url;
	return async () => {
		await server.stop();
		await destroyEmbedded(folder);
	};
}

async function makeTemplate(serverUrl: string): Promise<void> {
	const sql = postgres(serverUrl, { max: 1, onnotice: () => undefined });
	await sql`create database ${sql(TEMPLATE)}`;
	await sql.end();
	const url = new URL(serverUrl);
	url.pathname = TEMPLATE;
	await migrate(url.href);
}

/** Ends the servers of runs that were killed before they could clean up. */
async function sweepDeadRuns(): Promise<void> {
	for (const run of readdirSync(RUNS)) {
		const folder = path.join(RUNS, run);
		if (!isStarting(run) && !lockHolder(path.join(folder, 'lock')))
			await destroyEmbedded(folder).catch(() => undefined);
	}
}

function isStarting(run: string): boolean {
	try {
		return process.kill(Number(run.split('-')[0]), 0);
	} catch {
		return false;
	}
}
