import { describe, expect, it } from 'vitest';
import { DEFAULT_AGING } from '#lib/jobs/aging.ts';
import { filtersIn, NO_FILTERS, passes, searchOf, type Filters } from './filters.ts';
import type { Card } from './card.ts';

const clock = { now: '2026-03-10T12:00:00.000Z', aging: { ...DEFAULT_AGING, timeZone: 'UTC' } };

function cardOf(card: Partial<Card>): Card {
	return {
		number: 123,
		type: 'custom',
		status: 'QN',
		rank: 'a0',
		version: 1,
		title: 'Signet ring',
		customer: 'Inés Díaz',
		salesperson: { id: 'a', name: 'Ana Ruiz', initials: 'AR' },
		jeweler: null,
		vendor: null,
		promisedOn: '2026-04-01',
		statusSince: clock.now,
		rush: false,
		location: null,
		hold: null,
		cover: null,
		images: 0,
		documents: 0,
		createdAt: clock.now,
		...card
	};
}

describe('[L2] a filter lets through', () => {
	const shows = (filters: Partial<Filters>, card: Partial<Card>, text = '') =>
		passes(cardOf(card), { ...NO_FILTERS, ...filters }, text, clock);

	it('[J1] one order type, or both', () => {
		expect([shows({}, { type: 'repair' }), shows({ type: 'repair' }, { type: 'repair' })]).toEqual([
			true,
			true
		]);
		expect(shows({ type: 'custom' }, { type: 'repair' })).toBe(false);
	});

	it('what is in a rush', () => {
		expect([shows({ rush: true }, { rush: true }), shows({ rush: true }, {})]).toEqual([true, false]);
	});

	it('[G1] what is overdue: from the day after the promised date, and never when it is ready', () => {
		expect(shows({ overdue: true }, { promisedOn: '2026-03-09' })).toBe(true);
		expect(shows({ overdue: true }, { promisedOn: '2026-03-10' })).toBe(false);
		expect(shows({ overdue: true }, { promisedOn: '2026-03-09', status: 'RP' })).toBe(false);
	});

	it.each(['signet', '000123', '#000123', '123', 'ines', 'DÍAZ', 'ring diaz', '  '])(
		'the words %j',
		(text) => {
			expect(shows({}, {}, text)).toBe(true);
		}
	);

	it.each(['bracelet', '124', 'ring smith'])('not the words %j', (text) => {
		expect(shows({}, {}, text)).toBe(false);
	});

	it('a job without a title by its customer', () => {
		expect(shows({}, { title: null }, 'null')).toBe(false);
		expect(shows({}, { title: null }, 'diaz')).toBe(true);
	});
});

describe('[L1] filters in the address', () => {
	it.each<[Filters, string]>([
		[NO_FILTERS, ''],
		[{ type: 'custom', rush: false, overdue: false }, '?type=custom'],
		[{ type: 'repair', rush: true, overdue: true }, '?type=repair&rush&overdue']
	])('%j are %j, both ways', (filters, search) => {
		expect(searchOf(filters)).toBe(search);
		expect(filtersIn(new URLSearchParams(search))).toEqual(filters);
	});

	it('that mean nothing filter nothing', () => {
		expect(filtersIn(new URLSearchParams('?type=clock&sort=up'))).toEqual(NO_FILTERS);
	});
});
