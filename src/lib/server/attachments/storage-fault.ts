import type { ObjectStore } from './object-store.ts';

/** The place for files does not answer, refuses or is full. `http/problem.ts` answers it with `storage.unavailable`. */
export class StorageFault extends Error {
	constructor(cause: unknown) {
		super('The place for files cannot be used', { cause });
	}
}

/** A store whose faults are told from those of the database: everything that it throws is a StorageFault. */
export function namingFaults(store: ObjectStore): ObjectStore {
	const named = (error: unknown): never => {
		throw new StorageFault(error);
	};
	return {
		...store,
		put: (...object) => store.put(...object).catch(named),
		get: (...object) => store.get(...object).catch(named),
		size: (key) => store.size(key).catch(named),
		remove: (key) => store.remove(key).catch(named),
		tidy: (before) => store.tidy(before).catch(named)
	};
}
