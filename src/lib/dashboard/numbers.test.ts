import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passes } from '#lib/board/filters.ts';
import { PARTIES } from '#lib/board/waiting-on.ts';
import { EVERY_JOB, filtersOf } from '#lib/finding/list-query.ts';
import { DEFAULT_AGING } from '#lib/jobs/aging.ts';
import { HOLD_REASONS } from '#lib/jobs/job.ts';
import { STATUSES } from '#lib/jobs/status.ts';
import { addDays } from '#lib/kernel/dates.ts';
import { cardWith } from '#tests/support/card.ts';
import { CHASED, LISTS, listHref, numbersOf, partiesOf, type NumberName } from './numbers.ts';
import { chasesOf } from './oldest.ts';

const NOW = '2026-03-04T12:00:00.000Z';
const clock = { now: NOW, aging: { ...DEFAULT_AGING, timeZone: 'UTC' } };

const someCard = fc
	.record({
		status: fc.constantFrom(...STATUSES),
		promisedIn: fc.integer({ min: -8, max: 12 }),
		days: fc.integer({ min: 0, max: 32 }),
		vendor: fc.option(fc.constant('Castwell')),
		reason: fc.constantFrom(...HOLD_REASONS)
	})
	.map(({ status, promisedIn, days, vendor, reason }) =>
		cardWith({
			status,
			vendor,
			promisedOn: addDays('2026-03-04', promisedIn),
			statusSince: `${addDays('2026-03-04', -days)}T09:00:00.000Z`,
			hold: status === 'OH' ? { reason, note: null, until: null, from: 'IP' } : null
		})
	);
const someBoard = fc
	.array(someCard, { maxLength: 40 })
	.map((cards) => cards.map((card, index) => ({ ...card, number: index + 1 })));

/** How many cards of the board a list shows. */
function listed(cards: readonly ReturnType<typeof cardWith>[], name: keyof ReturnType<typeof numbersOf>) {
	const query = { ...EVERY_JOB, ...LISTS[name] };
	const shown = cards.filter((card) => query.status === null || card.status === query.status);
	return shown.filter((card) => passes(card, filtersOf(query), '', clock)).length;
}

describe('[P4] the numbers', () => {
	it('are as many as the lists that they lead to hold', () => {
		fc.assert(
			fc.property(someBoard, (cards) => {
				const numbers = numbersOf(cards, clock);
				for (const name of Object.keys(numbers) as (keyof typeof numbers)[])
					expect(numbers[name], name).toBe(listed(cards, name));
			})
		);
	});

	it('of who is waited for add up to the board, and agree with their lists', () => {
		fc.assert(
			fc.property(someBoard, (cards) => {
				const parties = partiesOf(cards);
				expect(parties.customer + parties.vendor + parties.us).toBe(cards.length);
				for (const waiting of PARTIES) {
					const filters = filtersOf({ ...EVERY_JOB, waiting });
					expect(cards.filter((card) => passes(card, filters, '', clock))).toHaveLength(parties[waiting]);
				}
			})
		);
	});

	it('[G3] of those to chase is as large as its list', () => {
		fc.assert(
			fc.property(someBoard, (cards) => {
				const ready = cards.filter(({ status }) => status === 'RP');
				const filters = filtersOf({ ...EVERY_JOB, ...CHASED });
				const shown = ready.filter((card) => passes(card, filters, '', clock));
				expect(chasesOf(ready, [], clock)).toHaveLength(shown.length);
			})
		);
	});

	const ADDRESSES: Record<NumberName, string> = {
		overdue: '?due=overdue&sort=promised',
		thisWeek: '?due=this_week&sort=promised',
		red: '?red=true&sort=-days',
		onHold: '?status=OH&closed=false&sort=-days',
		ready: '?status=RP&closed=false&sort=-days',
		movedToday: '?moved=today&sort=-updated'
	};
	it.each(Object.entries(ADDRESSES))('lead to addresses that can be shared: %s', (name, address) => {
		expect(listHref(LISTS[name as NumberName])).toBe(`/work-orders/list${address}`);
	});
});
