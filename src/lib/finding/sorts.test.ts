import { expect, it } from 'vitest';
import { contradictionsOf } from './contradictions.ts';
import { nextSort, ownSort } from './sorts.ts';

it('[L1] a column’s head asks for its order, and then for the other way round', () => {
	expect(nextSort('customer', '-number')).toBe('customer');
	expect(nextSort('customer', 'customer')).toBe('-customer');
	expect(nextSort('customer', '-customer')).toBe('customer');
	expect(nextSort('days', 'match')).toBe('-days');
	expect(nextSort('number', '-number')).toBe('number');
});

it('[L1] a list begins with the newest job, and a search with the best match', () => {
	expect([ownSort(''), ownSort('ring')]).toEqual(['-number', 'match']);
});

it('[L2] filters that no job can ever pass are named, and no others', () => {
	const fields = (asked: Parameters<typeof contradictionsOf>[0]) => Object.keys(contradictionsOf(asked));
	expect(fields({ vendor: 'Castwell', hasVendor: false })).toEqual(['vendor', 'hasVendor']);
	expect(fields({ due: 'overdue', closed: true })).toEqual(['due', 'closed']);
	expect(fields({ sort: 'match' })).toEqual(['sort']);
	expect(fields({ vendor: 'Castwell', hasVendor: true, due: 'overdue', closed: false })).toEqual([]);
	expect(fields({ status: 'RP', due: 'overdue', q: 'ring', sort: 'match' })).toEqual([]);
});
