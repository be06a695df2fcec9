import type { ObjectStore } from './object-store.ts';

/** The place for files does not answer, refuses or is full. `http/problem.ts` answers it with `storage.unavailable`. */
export class StorageFault extends Error {
	constructor(cause: unknown) {
		super('The place for files cannot be used', { cause });
	}
}

/** What a store is asked to do while the board is served. */
export const STORAGE_OPERATIONS = ['put', 'get', 'size', 'remove', 'tidy'] as const;
export type StorageOperation = (typeof STORAGE_OPERATIONS)[number];

/**
 * A store whose faults are told from those of the database: everything that it throws is a StorageFault. `onFault` hears of
 * each; of an object that breaks off while it is read only whoever reads it does.
 */
export function namingFaults(
	store: ObjectStore,
	onFault: (operation: StorageOperation) => void = () => undefined
): ObjectStore {
	const named = (operation: StorageOperation) => (error: unknown) => {
		onFault(operation);
		throw new StorageFault(error);
	};
	return {
		...store,
		put: (...object) => store.put(...object).catch(named('put')),
		get: (...object) => store.get(...object).catch(named('get')),
		size: (key) => store.size(key).catch(named('size')),
		remove: (key) => store.remove(key).catch(named('remove')),
		tidy: (before) => store.tidy(before).catch(named('tidy'))
	};
}
