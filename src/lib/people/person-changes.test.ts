import { expect, test } from 'vitest';
import { personChanges } from './person-changes.ts';

const BO = { name: 'Bo', role: 'jeweler', active: true } as const;

test('[P3] what did not change is no change', () => {
	expect(personChanges(BO, { ...BO })).toEqual([]);
});

test('[P3] changes are told in words, each with what was there before', () => {
	expect(personChanges(BO, { name: 'Bo Ek', role: 'admin', active: false })).toEqual([
		{ field: 'Name', before: 'Bo', after: 'Bo Ek' },
		{ field: 'Role', before: 'Jeweler', after: 'Admin' },
		{ field: 'Access', before: 'Active', after: 'Ended' }
	]);
});
