import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lateFirst, PAGE_MS, pageAt } from './pages.ts';

const cards = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('[D2] the pages of a column', () => {
	it('are one as long as everything fits', () => {
		expect(pageAt(cards(12), 12, 99 * PAGE_MS)).toEqual({ items: cards(12), page: 1, pages: 1 });
		expect(pageAt([], 12, 0)).toEqual({ items: [], page: 1, pages: 1 });
	});

	it('follow one another, and the last one is as full as the others', () => {
		const pages = [0, 1, 2, 3].map((beat) => pageAt(cards(7), 3, beat * PAGE_MS));
		expect(pages.map(({ items }) => items)).toEqual([
			[1, 2, 3],
			[4, 5, 6],
			[5, 6, 7],
			[1, 2, 3]
		]);
		expect(pages.map(({ page, pages }) => `${page} of ${pages}`)).toEqual([
			'1 of 3',
			'2 of 3',
			'3 of 3',
			'1 of 3'
		]);
	});

	it('turn at the same moment in every column', () => {
		const shown = (now: number) => [pageAt(cards(20), 12, now).page, pageAt(cards(30), 12, now).page];
		expect([PAGE_MS - 1, PAGE_MS, 2 * PAGE_MS - 1].map(shown)).toEqual([
			[1, 1],
			[2, 2],
			[2, 2]
		]);
	});

	it('show every card in turn', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 15 }), (count, room) => {
				const { pages } = pageAt(cards(count), room, 0);
				const seen = cards(pages).flatMap((beat) => pageAt(cards(count), room, beat * PAGE_MS).items);
				expect(new Set(seen).size).toBe(count);
			})
		);
	});
});

describe('[D2] the late cards of a column', () => {
	const shown = (count: number, room: number, late: number, beat: number) =>
		pageAt(cards(count), room, beat * PAGE_MS, late).items;

	it('stand on every page while the others turn', () => {
		expect([0, 1, 2, 3].map((beat) => shown(9, 6, 2, beat))).toEqual([
			[1, 2, 3, 4, 5, 6],
			[1, 2, 6, 7, 8, 9],
			[1, 2, 3, 4, 5, 6],
			[1, 2, 6, 7, 8, 9]
		]);
	});

	it('take two thirds of a page at most; those that are less late turn with the others', () => {
		expect([0, 1, 2].map((beat) => shown(11, 6, 7, beat))).toEqual([
			[1, 2, 3, 4, 5, 6],
			[1, 2, 3, 4, 7, 8],
			[1, 2, 3, 4, 9, 10]
		]);
	});

	it('hide no card for good, and leave no place of a page empty', () => {
		const counts = fc.record({
			count: fc.integer({ min: 1, max: 90 }),
			room: fc.integer({ min: 1, max: 15 }),
			late: fc.nat(90)
		});
		fc.assert(
			fc.property(counts, ({ count, room, late }) => {
				const { pages } = pageAt(cards(count), room, 0, late);
				const turns = cards(pages).map((beat) => shown(count, room, late, beat));
				expect(new Set(turns.flat()).size).toBe(count);
				for (const turn of turns) expect(new Set(turn).size).toBe(Math.min(room, count));
			})
		);
	});

	it('go first in every column, and leave the shop’s order as it is otherwise', () => {
		const lateness = (card: number) => (card % 3 === 0 ? 1 : 0);
		expect(lateFirst(cards(7), lateness)).toEqual([3, 6, 1, 2, 4, 5, 7]);
	});
});
