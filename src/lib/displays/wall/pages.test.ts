import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, PAGE_MS, pageAt } from './pages.ts';

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

describe('[D2] the order of a column', () => {
	const isLate = (card: number) => card % 3 === 0;

	it('is the shop’s own when everything fits', () => {
		expect(inOrder(cards(6), 6, isLate)).toEqual(cards(6));
	});

	it('puts what is late first when space is short, and keeps it otherwise', () => {
		expect(inOrder(cards(7), 6, isLate)).toEqual([3, 6, 1, 2, 4, 5, 7]);
	});
});
