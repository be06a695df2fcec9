import path from 'node:path';
import { StoreRefused } from '#lib/server/attachments/object-store.ts';
import { openStore } from '#lib/server/attachments/open-store.ts';
import { answeredStatus } from '#lib/server/attachments/s3-status.ts';
import type { Config } from '#lib/server/config.ts';
import { namingDataDir, openDataDir } from '#lib/server/data-dir.ts';
import { inOneLine, rootCause } from '#lib/server/http/database-gone.ts';

/**
 * Uses the bucket once, if one is set, before anybody uploads. Throws a StoreRefused that names the wrong setting. A store that
 * does not answer stops nobody: the board is worth more than its photos, and the same settings may work in a minute. It says so.
 */
export async function requireBucket(config: Pick<Config, 's3' | 'dataDir'>): Promise<void> {
	if (config.s3 === null) return;
	try {
		await openStore(config).check();
	} catch (error) {
		if (error instanceof StoreRefused) throw error;
		const where = config.s3.endpoint ? `S3_ENDPOINT ${config.s3.endpoint}` : `S3_REGION ${config.s3.region}`;
		console.error(`${where} ${trouble(error)}. The board starts; files wait until it works.`);
	}
}

/** Writes into the data folder once, if files go there. Throws a ConfigError that names DATA_DIR where it cannot. */
export async function requireFolder({ s3, dataDir }: Pick<Config, 's3' | 'dataDir'>): Promise<void> {
	if (s3 !== null) return;
	await openDataDir(dataDir);
	const files = path.join(dataDir, 'files');
	await namingDataDir(files, () => openStore({ s3, dataDir }).check());
}

/** What a store that answers calls its trouble helps nobody: the status says whose it is. */
function trouble(error: unknown): string {
	const status = answeredStatus(error);
	if (status !== undefined) return `answers with trouble of its own (HTTP ${status})`;
	return `does not answer (${inOneLine(rootCause(error))})`;
}
