import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gapAt, type Neighbours } from '#lib/board/placement.ts';
import { byRank, type Card } from '#lib/board/card.ts';
import { readBoard } from '#lib/server/board/read-board.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { mutation, testShop } from '#tests/support/test-shop.ts';
import { closeJob } from './close-job.ts';
import { findGap } from './column-gap.ts';
import { moveJob } from './move-job.ts';

const shop = testShop();
const column = async (status: Card['status']) =>
	(await readBoard(shop.deps, shop.ana)).cards.filter((card) => card.status === status).sort(byRank);
const numbers = async (status: Card['status']) => (await column(status)).map(({ number }) => number);
const drop = (number: number, place: Neighbours) =>
	moveJob(shop.deps, shop.ana, number, { ...mutation(), from: 'QN', to: 'CR', ...place });

describe('[W12] the place in a column', () => {
	test('is the same in SQL as in the pure rule, whatever the neighbours', async () => {
		for (let i = 0; i < 6; i++) await shop.build({ status: i < 5 ? 'CR' : 'IP' });
		await closeJob(shop.deps, shop.ana, 2, { ...mutation(), outcome: 'cancelled', reason: 'gone' });
		const number = fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined });
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 1, max: 7 }), number, number, async (self, after, before) => {
				const others = (await column('CR')).filter((card) => card.number !== self);
				const found = await inTransaction(shop.sql, (tx) =>
					findGap(tx, shop.ana.shopId, 'CR', { number: self, after, before })
				);
				expect(found).toEqual(gapAt(others, { after, before }));
			}),
			{ numRuns: 60 }
		);
	});

	test('is where the card was dropped, or on top', async () => {
		const [a, b, c, d] = [await shop.build(), await shop.build(), await shop.build(), await shop.build()];
		await drop(a, {});
		await drop(b, {});
		expect(await numbers('CR')).toEqual([b, a]);
		await drop(c, { after: b, before: a });
		expect(await numbers('CR')).toEqual([b, c, a]);
		await drop(d, { before: a, after: 999 });
		expect(await numbers('CR')).toEqual([b, c, d, a]);
	});

	test('of a re-order ignores the card itself as its neighbour', async () => {
		const [a, b, c] = [await shop.build(), await shop.build(), await shop.build()];
		const reorder = { ...mutation(), from: 'QN' as const, to: 'QN' as const, after: c, before: a };
		await moveJob(shop.deps, shop.ana, a, reorder);
		expect(await numbers('QN')).toEqual([b, c, a]);
	});
});
