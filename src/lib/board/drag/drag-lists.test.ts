import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	byStatus,
	neighboursOf,
	withCardAt,
	withCardOnTop,
	zoneListsOf,
	type ZoneItem
} from './drag-lists.ts';
import type { Card } from '#lib/board/card.ts';

const items = (...ids: ZoneItem['id'][]): ZoneItem[] => ids.map((id) => ({ id }));
const cards = (...numbers: number[]) => numbers.map((number) => ({ number }) as Card);
const STAND_IN = 'id:dnd-shadow-placeholder-0000';

describe('the neighbours of a drop', () => {
	const everybody = () => true;

	it.each([
		['between two cards', items(1, 9, 2), { after: 1, before: 2 }],
		['on top', items(9, 1), { after: undefined, before: 1 }],
		['at the bottom', items(1, 9), { after: 1, before: undefined }],
		['alone', items(9), { after: undefined, before: undefined }],
		['beside the library’s stand-in', items(1, STAND_IN, 9, 2), { after: 1, before: 2 }],
		['not in the column at all', items(1, 2), {}]
	])('[W12] %s', (_place, column, expected) => {
		expect(neighboursOf(column, 9, everybody)).toEqual(expected);
	});

	it('are cards that are still there: one that has left meanwhile is no place to hold on to', () => {
		expect(neighboursOf(items(1, 2, 9, 3, 4), 9, (number) => number === 1 || number === 4)).toEqual({
			after: 1,
			before: 4
		});
	});
});

describe('the lists of the zones', () => {
	const columns = byStatus((status) => (status === 'QN' ? cards(1, 2, 3) : status === 'CR' ? cards(4) : []));

	it('hold numbers and nothing else of a card', () => {
		expect(zoneListsOf(columns, () => true, null).QN).toEqual(items(1, 2, 3));
	});

	it('[L2] leave out what a filter hides, and keep the order', () => {
		expect(zoneListsOf(columns, ({ number }) => number !== 2, null).QN).toEqual(items(1, 3));
	});

	it('stay the same arrays where nothing changed', () => {
		const before = zoneListsOf(columns, () => true, null);
		const after = zoneListsOf({ ...columns, CR: cards(5, 4) }, () => true, before);
		expect(after.QN).toBe(before.QN);
		expect(after.CR).toEqual(items(5, 4));
	});

	it('never show a card twice or lose one, wherever a card is put', () => {
		const before = zoneListsOf(columns, () => true, null);
		const neighbour = fc.option(fc.constantFrom(1, 2, 3, 4, 77), { nil: undefined });
		fc.assert(
			fc.property(fc.constantFrom(1, 2, 3, 4), neighbour, neighbour, (number, after, above) => {
				const lists = withCardAt(before, number, 'CR', { after, before: above });
				expect(lists.CR.some(({ id }) => id === number)).toBe(true);
				const all = Object.values(lists).flatMap((list) => list.map(({ id }) => id));
				expect(all.sort()).toEqual([1, 2, 3, 4]);
			})
		);
	});

	it('[W12] put a card below its upper neighbour, or above its lower one, or else on top', () => {
		const before = zoneListsOf(columns, () => true, null);
		expect(withCardAt(before, 4, 'QN', { after: 1, before: 2 }).QN).toEqual(items(1, 4, 2, 3));
		expect(withCardAt(before, 4, 'QN', { after: 77, before: 3 }).QN).toEqual(items(1, 2, 4, 3));
		expect(withCardAt(before, 4, 'QN', {}).QN).toEqual(items(4, 1, 2, 3));
		expect(withCardOnTop(items(1, 2, 3), 3)).toEqual(items(3, 1, 2));
	});
});
