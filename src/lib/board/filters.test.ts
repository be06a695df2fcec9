import { describe, expect, it } from 'vitest';
import { NO_FILTERS, type Filters } from '#lib/finding/filters.ts';
import { DEFAULT_AGING } from '#lib/jobs/aging.ts';
import { cardWith } from '#tests/support/card.ts';
import { passes } from './filters.ts';
import type { Card } from './card.ts';

const clock = { now: '2026-03-10T12:00:00.000Z', aging: { ...DEFAULT_AGING, timeZone: 'UTC' } };

const cardOf = (card: Partial<Card>) =>
	cardWith({ number: 123, promisedOn: '2026-04-01', statusSince: clock.now, ...card });

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
		expect(shows({ due: 'overdue' }, { promisedOn: '2026-03-09' })).toBe(true);
		expect(shows({ due: 'overdue' }, { promisedOn: '2026-03-10' })).toBe(false);
		expect(shows({ due: 'overdue' }, { promisedOn: '2026-03-09', status: 'RP' })).toBe(false);
	});

	it('[G1] what is due in any other way', () => {
		expect(shows({ due: 'due_soon' }, { promisedOn: '2026-03-13' })).toBe(true);
		expect(shows({ due: 'due_soon' }, { promisedOn: '2026-03-14' })).toBe(false);
		expect(shows({ due: 'later' }, { promisedOn: '2026-03-14' })).toBe(true);
		expect(shows({ due: 'settled' }, { status: 'RP' })).toBe(true);
	});

	it('whose job it is: salesperson, jeweler, vendor', () => {
		const bo = { id: 'b', name: 'Bo', initials: 'B' };
		const castwell = { vendor: 'Castwell' };
		expect([shows({ salesperson: 'a' }, {}), shows({ salesperson: 'b' }, {})]).toEqual([true, false]);
		expect([shows({ jeweler: 'b' }, { jeweler: bo }), shows({ jeweler: 'b' }, {})]).toEqual([true, false]);
		expect([shows(castwell, castwell), shows(castwell, {})]).toEqual([true, false]);
	});

	it('what has a vendor, or has none', () => {
		const vended = { vendor: 'Castwell' };
		expect([shows({ hasVendor: true }, vended), shows({ hasVendor: true }, {})]).toEqual([true, false]);
		expect([shows({ hasVendor: false }, vended), shows({ hasVendor: false }, {})]).toEqual([false, true]);
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
