import { resolve } from 'node:path';
import type { Config } from '#lib/server/config.ts';
import { folderStore } from './folder-store.ts';
import type { ObjectStore } from './object-store.ts';

/** The store that the settings name. The S3 client is loaded only where it is used: it is the largest dependency. */
export async function openStore(config: Pick<Config, 's3' | 'dataDir'>): Promise<ObjectStore> {
	if (config.s3 === null) return folderStore(resolve(config.dataDir, 'files'));
	const { s3Store } = await import('./s3-store.ts');
	return s3Store(config.s3);
}
