import type { ObjectStore } from '#lib/server/attachments/object-store.ts';
import { StorageFault } from '#lib/server/attachments/storage-fault.ts';

/** What happens at the next call: before the store has done its work, after it, or never again. */
export type Fault = 'before' | 'after' | 'dies';

export interface FaultyStore extends ObjectStore {
	/** The n-th put from now on, counted from 1, does not go well. */
	failPut: (fault: Fault, nth?: number) => void;
	/** Every removal from now on does not go well; `null` mends it. */
	failRemovals: (fault: Fault | null) => void;
}

/** A store that fails when it is told to, and is the real one otherwise. */
export function faultyStore(real: ObjectStore): FaultyStore {
	let put: { fault: Fault; nth: number } | null = null;
	let removals: Fault | null = null;
	return {
		...real,
		put: async (...object) => {
			const fault = put && --put.nth === 0 ? put.fault : null;
			await around(fault, () => real.put(...object));
		},
		remove: (key) => around(removals, () => real.remove(key)),
		failPut: (fault, nth = 1) => (put = { fault, nth }),
		failRemovals: (fault) => (removals = fault)
	};
}

async function around(fault: Fault | null, work: () => Promise<void>): Promise<void> {
	if (fault === 'before') throw new StorageFault(new Error('the store is out of reach'));
	await work();
	if (fault === 'after') throw new StorageFault(new Error('the answer was lost'));
	// The process is gone: whoever waits for this waits for ever.
	if (fault === 'dies') await new Promise(() => undefined);
}
