import { resolve } from 'node:path';
import type { Config, S3Config } from '#lib/server/config.ts';
import { folderStore } from './folder-store.ts';
import type { ObjectStore } from './object-store.ts';
import { namingFaults, type StorageOperation } from './storage-fault.ts';

/** The store that the settings name; `onFault` hears what it could not do. */
export function openStore(
	config: Pick<Config, 's3' | 'dataDir'>,
	onFault?: (operation: StorageOperation) => void
): ObjectStore {
	const { s3, dataDir } = config;
	return namingFaults(s3 === null ? folderStore(resolve(dataDir, 'files')) : lazyS3Store(s3), onFault);
}

/** The S3 client is by far the largest dependency: it is loaded with the first file, and only where a bucket is set. */
function lazyS3Store(config: S3Config): ObjectStore {
	let loaded: Promise<ObjectStore> | undefined;
	const store = () => (loaded ??= import('./s3-store.ts').then(({ s3Store }) => s3Store(config)));
	return {
		put: async (...object) => (await store()).put(...object),
		get: async (...object) => (await store()).get(...object),
		size: async (key) => (await store()).size(key),
		remove: async (key) => (await store()).remove(key),
		async *list(prefix) {
			yield* (await store()).list(prefix);
		},
		tidy: async (before) => (await store()).tidy(before),
		check: async () => (await store()).check()
	};
}
