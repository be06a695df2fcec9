import { describe, expect, it } from 'vitest';
import { columnsOf } from '#lib/board/columns.ts';
import type { Card } from '#lib/board/card.ts';
import { DEFAULT_AGING } from '#lib/jobs/aging.ts';
import { cardWith } from '#tests/support/card.ts';
import { chasesOf, oldestOf } from './oldest.ts';

const clock = { now: '2026-03-20T12:00:00.000Z', aging: { ...DEFAULT_AGING, timeZone: 'UTC' } };
const since = (number: number, day: string, more: Partial<Card> = {}) =>
	cardWith({ number, statusSince: `${day}T09:00:00.000Z`, ...more });
const board = (...cards: Card[]) => columnsOf(new Map(cards.map((card) => [card.number, card])));

describe('[P4] the oldest jobs', () => {
	it('of a column are those with the most days, whatever the shop’s own order is', () => {
		const columns = board(
			since(1, '2026-03-18', { rank: 'a0' }),
			since(2, '2026-03-01', { rank: 'a1' }),
			since(3, '2026-03-10', { rank: 'a2' }),
			since(4, '2026-03-01', { rank: 'a3' })
		);
		const [first] = oldestOf(columns, 3);
		expect(first?.cards.map(({ number }) => number)).toEqual([2, 4, 3]);
		expect(first?.more).toBe(1);
	});

	it('are told of every column, of an empty one too', () => {
		expect(oldestOf(board(), 3).map(({ status, cards, more }) => [status, cards.length, more])).toEqual(
			['QN', 'AVQ', 'CR', 'IP', 'RP', 'OH'].map((status) => [status, 0, 0])
		);
	});
});

describe('[G3] chase the customer', () => {
	const ready = (number: number, day: string) => since(number, day, { status: 'RP' });

	it('from day 14 on, the longest wait first, with the phone that the server knows', () => {
		const cards = [ready(1, '2026-03-07'), ready(2, '2026-03-06'), ready(3, '2026-02-20')];
		const chases = chasesOf(cards, [{ number: 2, phone: '+1 555 0100' }], clock);
		expect(chases.map(({ card, days, phone }) => [card.number, days, phone])).toEqual([
			[3, 28, null],
			[2, 14, '+1 555 0100']
		]);
	});

	it('follows the shop’s own threshold, and nobody where there is none', () => {
		const cards = [ready(1, '2026-03-15')];
		const { thresholds } = DEFAULT_AGING;
		const aging = (RP: (typeof thresholds)['RP']) => ({
			...clock.aging,
			thresholds: { ...thresholds, RP }
		});
		expect(chasesOf(cards, [], { ...clock, aging: aging({ amber: 2, red: 5 }) })).toHaveLength(1);
		expect(chasesOf(cards, [], { ...clock, aging: aging(null) })).toHaveLength(0);
	});
});
