import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankBetween } from '#lib/kernel/rank.ts';
import { gapAt, placeInto, type Neighbours, type Place } from './placement.ts';

/** A column of these numbers from the top down. */
function columnOf(numbers: number[]): Place[] {
	let rank: string | null = null;
	return numbers.map((number) => ({ number, rank: (rank = rankBetween(rank, null)) }));
}

/** Where a card stands after the drop, as the numbers of the whole column. */
function dropped(column: Place[], neighbours: Neighbours): number[] {
	const places = [...column, { number: 0, rank: placeInto(column, neighbours) }];
	return places.sort((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ number }) => number);
}

const COLUMN = columnOf([11, 12, 13, 14]);
const DROPS: [name: string, neighbours: Neighbours, order: number[]][] = [
	['without neighbours on top', {}, [0, 11, 12, 13, 14]],
	['above the first', { before: 11 }, [0, 11, 12, 13, 14]],
	['below the last', { after: 14 }, [11, 12, 13, 14, 0]],
	['between two', { after: 12, before: 13 }, [11, 12, 0, 13, 14]],
	['below the one above when the one below has gone', { after: 12, before: 99 }, [11, 12, 0, 13, 14]],
	['above the one below when the one above has gone', { after: 99, before: 13 }, [11, 12, 0, 13, 14]],
	['above the first when the one above has gone', { after: 99, before: 11 }, [0, 11, 12, 13, 14]],
	['on top when both have gone', { after: 98, before: 99 }, [0, 11, 12, 13, 14]],
	['below the one above when they are no longer together', { after: 11, before: 14 }, [11, 0, 12, 13, 14]],
	['below the one above when they have swapped', { after: 13, before: 12 }, [11, 12, 13, 0, 14]]
];

describe('[W12] a drop', () => {
	for (const [name, neighbours, order] of DROPS) {
		it(`lands ${name}`, () => {
			expect(dropped(COLUMN, neighbours)).toEqual(order);
		});
	}

	it('lands alone in an empty column, whoever was there', () => {
		expect(gapAt([], {})).toEqual({ above: null, below: null });
		expect(gapAt([], { after: 1, before: 2 })).toEqual({ above: null, below: null });
	});

	it('finds a gap whose ends are the cards around it', () => {
		const ranks = COLUMN.map(({ rank }) => rank);
		expect(gapAt(COLUMN, { after: 12 })).toEqual({ above: ranks[1], below: ranks[2] });
		expect(gapAt(COLUMN, { after: 14 })).toEqual({ above: ranks[3], below: null });
		expect(gapAt(COLUMN, { before: 11 })).toEqual({ above: null, below: ranks[0] });
	});
});

/** What a person would do with the cards on a table. */
function droppedByHand(numbers: number[], { after, before }: Neighbours): number[] {
	const found = (number: number | undefined) => number !== undefined && numbers.includes(number);
	let index = 0;
	if (found(after)) index = numbers.indexOf(after!) + 1;
	else if (found(before)) index = numbers.indexOf(before!);
	return [...numbers.slice(0, index), 0, ...numbers.slice(index)];
}

const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 15 });
const neighbour = fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined });

describe('[W12] any drop into any column', () => {
	it('lands as it would by hand', () => {
		fc.assert(
			fc.property(numbers, neighbour, neighbour, (numbers, after, before) => {
				expect(dropped(columnOf(numbers), { after, before })).toEqual(
					droppedByHand(numbers, { after, before })
				);
			}),
			{ numRuns: 500 }
		);
	});

	it('[L2] between two cards of a filtered column keeps the order of all and stands between the two', () => {
		const filtered = numbers.chain((all) =>
			fc.record({ all: fc.constant(all), shown: fc.subarray(all), spot: fc.nat() })
		);
		fc.assert(
			fc.property(filtered, ({ all, shown, spot }) => {
				const index = spot % (shown.length + 1);
				const order = dropped(columnOf(all), { after: shown[index - 1], before: shown[index] });
				expect(order.filter((number) => number !== 0)).toEqual(all);
				const inView = order.filter((number) => number === 0 || shown.includes(number));
				expect(inView).toEqual([...shown.slice(0, index), 0, ...shown.slice(index)]);
			}),
			{ numRuns: 500 }
		);
	});

	it('leaves every rank distinct after many drops', () => {
		const drops = fc.array(fc.tuple(neighbour, neighbour), { maxLength: 60 });
		fc.assert(
			fc.property(drops, (drops) => {
				let column: Place[] = [];
				for (const [index, [after, before]] of drops.entries()) {
					const rank = placeInto(column, { after, before });
					column = [...column, { number: index + 1, rank }].sort((a, b) => (a.rank < b.rank ? -1 : 1));
				}
				expect(new Set(column.map(({ rank }) => rank)).size).toBe(drops.length);
			})
		);
	});
});
