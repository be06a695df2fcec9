import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byRank, type Card } from './card.ts';

const card = (number: number, rank: string) => ({ number, rank }) as Card;
const sorted = (cards: Card[]) => [...cards].sort(byRank).map(({ number }) => number);

describe('[W12] the order of a column', () => {
	it('is that of the ranks by code unit, as in the database', () => {
		const cards = [
			card(1, 'a1'),
			card(2, 'a0'),
			card(3, 'Zz'),
			card(4, 'a0V'),
			card(5, 'a0a0'),
			card(6, 'aA')
		];
		expect(sorted(cards)).toEqual([3, 2, 4, 5, 1, 6]);
	});

	it('is that of the numbers where ranks are equal', () => {
		expect(sorted([card(30, 'a0'), card(4, 'a0'), card(200, 'a0')])).toEqual([4, 30, 200]);
	});

	it('is the same however the cards arrive', () => {
		const rank = fc.constantFrom('Zz', 'Zza0', 'a0', 'a0V', 'a1', 'aB', 'ab');
		const cards = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 40 }), rank), {
			selector: ([number]) => number
		});
		const shuffled = cards.chain((all) =>
			fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))
		);
		fc.assert(
			fc.property(shuffled, ([one, other]) => {
				const order = (pairs: [number, string][]) =>
					sorted(pairs.map(([number, rank]) => card(number, rank)));
				expect(order(one)).toEqual(order(other));
			})
		);
	});
});
