import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_RANK, rankBetween } from './rank.ts';

describe('[W12] ranks', () => {
	it('start an empty order and extend it at both ends', () => {
		expect(rankBetween(null, null)).toBe(FIRST_RANK);
		expect(rankBetween(null, FIRST_RANK) < FIRST_RANK).toBe(true);
		expect(rankBetween(FIRST_RANK, null) > FIRST_RANK).toBe(true);
	});

	it('refuse a gap whose ends are equal or swapped', () => {
		expect(() => rankBetween('a1', 'a1')).toThrow('No rank between');
		expect(() => rankBetween('a2', 'a1')).toThrow('No rank between');
	});

	const spots = { 'just below one card': 'above', 'just above one card': 'below' };
	for (const [name, keep] of Object.entries(spots)) {
		it(`stay short and distinct for 100,000 insertions ${name}`, () => {
			let above = 'a0';
			let below = 'a1';
			const seen = new Set([above, below]);
			let longest = 0;
			for (let i = 0; i < 100_000; i++) {
				const rank = rankBetween(above, below);
				if (rank <= above || rank >= below) throw new Error(`${rank} is not between ${above} and ${below}`);
				seen.add(rank);
				longest = Math.max(longest, rank.length);
				if (keep === 'above') below = rank;
				else above = rank;
			}
			expect(seen.size).toBe(100_002);
			expect(longest).toBeLessThanOrEqual(12);
		});
	}

	it('stay distinct and in order for any sequence of insertions', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(), { maxLength: 300 }), (spots) => {
				const order: string[] = [];
				for (const spot of spots) {
					const at = spot % (order.length + 1);
					order.splice(at, 0, rankBetween(order[at - 1] ?? null, order[at] ?? null));
				}
				expect(new Set(order).size).toBe(order.length);
				expect(order).toEqual([...order].sort((a, b) => (a < b ? -1 : 1)));
			})
		);
	});
});
