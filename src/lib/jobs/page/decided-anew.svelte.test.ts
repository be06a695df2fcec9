import { expect, test } from 'vitest';
import { abilitiesOf } from '#lib/jobs/abilities.ts';
import { DEFAULT_AGING } from '#lib/jobs/aging.ts';
import type { Role } from '#lib/people/actor.ts';
import { DecidedAnew } from './decided-anew.svelte.ts';
import type { JobPageData } from './job-page.ts';

const rightsOf = (role: Role) => abilitiesOf({ kind: 'person', shopId: 's', id: 'p', name: 'P', role });
const STAFF = { salespeople: [], jewelers: [] };
const DATA = {
	abilities: rightsOf('salesperson'),
	staff: STAFF,
	settings: { ...DEFAULT_AGING, timeZone: 'UTC' }
} as unknown as JobPageData;

test('[W13] a page that is open shows no prices any more once its person is a jeweler', () => {
	const decided = new DecidedAnew(DATA);
	const data = decided.over(DATA);
	expect(data.abilities.seePrices).toBe(true);
	expect(decided.adopt({ abilities: rightsOf('jeweler') })).toBe(true);
	expect(data.abilities.seePrices).toBe(false);
	expect(data.staff).toBe(STAFF);
});

test('the same rights again are no change', () => {
	const decided = new DecidedAnew(DATA);
	expect(decided.adopt({ abilities: rightsOf('salesperson') })).toBe(false);
	expect(decided.adopt({ staff: { ...STAFF } })).toBe(false);
});
