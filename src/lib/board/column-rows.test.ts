import { expect, test } from 'vitest';
import { DEFAULT_AGING, agingOf } from '#lib/jobs/aging.ts';
import type { Card } from './card.ts';
import { ColumnRows, type Row } from './column-rows.ts';

const now = '2026-03-10T12:00:00.000Z';
const ring = { number: 1, status: 'QN', statusSince: now, promisedOn: '2026-04-01', hold: null } as Card;
const brooch = { ...ring, number: 2 };
const aging = agingOf(ring, now, { ...DEFAULT_AGING, timeZone: 'UTC' });
const rowOf = (card: Card): Row => ({ id: card.number, card, version: 1, aging, mark: null });
const items = [{ id: 1 }, { id: 2 }];

/** What a column shows after a change, with rows made anew each time. */
function show(rows: ColumnRows, ...cards: Card[]): readonly Row[] {
	return rows.of(items, (id) => {
		const card = cards.find(({ number }) => number === id);
		return card ? rowOf(card) : null;
	});
}

test('a list that shows the same stays the same array', () => {
	const rows = new ColumnRows();
	expect(show(rows, ring, brooch)).toBe(show(rows, ring, brooch));
});

test('of two cards only the one that changed becomes another row', () => {
	const rows = new ColumnRows();
	const before = show(rows, ring, brooch);
	const after = show(rows, ring, { ...brooch, title: 'Brooch' });
	expect(after[0]).toBe(before[0]);
	expect(after[1]).not.toBe(before[1]);
	expect(after[1]?.card.title).toBe('Brooch');
});

test('an item without a card has no row', () => {
	expect(show(new ColumnRows(), brooch).map(({ id }) => id)).toEqual([2]);
});
