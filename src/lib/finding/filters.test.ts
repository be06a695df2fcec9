import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PARTIES } from '#lib/board/waiting-on.ts';
import { ORDER_TYPES } from '#lib/jobs/job.ts';
import { STATUSES } from '#lib/jobs/status.ts';
import { filterCount, filtersIn, NO_FILTERS, searchOf, type Filters } from './filters.ts';
import { DUE_FILTERS } from './due-filter.ts';
import { EVERY_JOB, listQueryIn, listSearchOf, MOVED } from './list-query.ts';
import { SORTS } from './sorts.ts';

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((some) => some.trim());
const named = fc.option(text.filter((some) => some !== ''));
const someFilters: fc.Arbitrary<Filters> = fc.record({
	q: text,
	type: fc.option(fc.constantFrom(...ORDER_TYPES)),
	salesperson: named,
	jeweler: named,
	vendor: named,
	due: fc.option(fc.constantFrom(...DUE_FILTERS)),
	red: fc.option(fc.boolean()),
	waiting: fc.option(fc.constantFrom(...PARTIES)),
	rush: fc.option(fc.boolean()),
	hasVendor: fc.option(fc.boolean())
});
const someList = fc
	.record({
		filters: someFilters,
		status: fc.option(fc.constantFrom(...STATUSES)),
		closed: fc.option(fc.boolean()),
		moved: fc.option(fc.constantFrom(...MOVED)),
		sort: fc.option(fc.constantFrom(...SORTS))
	})
	.map(({ filters, ...rest }) => ({ ...filters, ...rest }));

describe('[L1] an address', () => {
	it('holds every filter, both ways', () => {
		fc.assert(
			fc.property(someFilters, (filters) => {
				expect(filtersIn(new URLSearchParams(searchOf(filters)))).toEqual(filters);
			})
		);
	});

	it('holds every list, both ways, and is the same for the same list in whatever order it was written', () => {
		fc.assert(
			fc.property(someList, (list) => {
				const search = listSearchOf(list);
				const reversed = new URLSearchParams([...new URLSearchParams(search)].reverse());
				expect(listQueryIn(reversed)).toEqual(list);
				expect(listSearchOf(listQueryIn(reversed))).toBe(search);
			})
		);
	});

	it('reads as people would write it', () => {
		expect(searchOf(NO_FILTERS)).toBe('');
		expect(listSearchOf(EVERY_JOB)).toBe('');
		const filters: Filters = { ...NO_FILTERS, q: 'díaz ring', type: 'repair', due: 'overdue', rush: true };
		expect(searchOf(filters)).toBe('?q=d%C3%ADaz+ring&type=repair&due=overdue&rush=true');
	});

	it.each([
		['?type=custom', { type: 'custom' }],
		['?rush', { rush: true }],
		['?overdue', { due: 'overdue' }],
		['?type=repair&rush&overdue', { type: 'repair', rush: true, due: 'overdue' }]
	])('%s keeps its meaning from before', (search, meant) => {
		expect(filtersIn(new URLSearchParams(search))).toEqual({ ...NO_FILTERS, ...meant });
	});

	it('that means nothing filters nothing', () => {
		const nothing =
			'?type=clock&due=never&hasVendor=perhaps&rush=x&sort=up&status=DONE&closed=&q=+&salesperson=';
		expect(listQueryIn(new URLSearchParams(nothing))).toEqual(EVERY_JOB);
	});
});

it('counts the filters that are set, and not what is searched for', () => {
	expect(filterCount({ ...NO_FILTERS, q: 'ring', hasVendor: false, rush: true })).toBe(2);
});
