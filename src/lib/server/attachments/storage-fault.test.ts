import { expect, test } from 'vitest';
import type { ObjectStore } from './object-store.ts';
import { namingFaults, STORAGE_OPERATIONS, StorageFault } from './storage-fault.ts';

const full = () => Promise.reject(new Error('ENOSPC'));
const broken = { put: full, get: full, size: full, remove: full, tidy: full } as unknown as ObjectStore;

test.each(STORAGE_OPERATIONS)(
	'[A6] a store that fails at %s is named, and told of once',
	async (operation) => {
		const told: string[] = [];
		const store = namingFaults(broken, (failed) => told.push(failed));
		const work =
			operation === 'put' ? store.put('key', new Uint8Array(), 'image/png') : store[operation]('key');
		await expect(work).rejects.toBeInstanceOf(StorageFault);
		expect(told).toEqual([operation]);
	}
);
