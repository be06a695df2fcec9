import { describe, expect, test } from 'vitest';
import { applyChanges } from '#lib/board/apply-change.ts';
import { nextStatuses } from '#lib/jobs/status.ts';
import { CATCH_UP_LIMIT } from '#lib/realtime/protocol.ts';
import { moveJob } from '#lib/server/jobs/move-job.ts';
import { mutation, NOW, testShop } from '#tests/support/test-shop.ts';
import { readBoard } from './read-board.ts';
import { readChanges } from './read-changes.ts';

const shop = testShop();
const board = () => readBoard(shop.deps, shop.ana);

describe('the snapshot', () => {
	test('holds the shop, the six columns, the abilities and every open card in order', async () => {
		const [first, second] = [
			await shop.build({ status: 'QN', title: 'Ring' }),
			await shop.build({ status: 'QN' })
		];
		const snapshot = await board();
		expect(snapshot).toMatchObject({
			version: 1,
			now: NOW,
			shop: {
				id: shop.ana.shopId,
				name: 'Test shop',
				timeZone: 'UTC',
				aging: { timeZone: 'UTC', dueSoonDays: 3 }
			},
			abilities: { create: true }
		});
		expect(snapshot.statuses.map(({ code }) => code)).toEqual(['QN', 'AVQ', 'CR', 'IP', 'RP', 'OH']);
		expect(snapshot.statuses[0]?.next).toEqual(nextStatuses('QN'));
		expect(snapshot.cards.map(({ number }) => number)).toEqual([first, second]);
		expect(snapshot.cards[0]).toEqual({
			number: first,
			type: 'custom',
			status: 'QN',
			rank: 'a0',
			version: 1,
			title: 'Ring',
			customer: 'Maria Gonzalez',
			salesperson: { id: shop.ana.id, name: 'Ana Ruiz', initials: 'AR' },
			jeweler: null,
			vendor: null,
			promisedOn: '2026-12-24',
			statusSince: '2026-02-02T09:00:00.000Z',
			rush: false,
			location: null,
			hold: null,
			cover: null,
			images: 0,
			documents: 0,
			createdAt: '2026-02-02T09:00:00.000Z'
		});
	});

	test('[C1] read while cards move, and brought up to date by the changes, is the board as it is', async () => {
		const jobs: number[] = [];
		for (let i = 0; i < 20; i++) jobs.push(await shop.build({ status: 'QN' }));
		const move = (number: number) =>
			moveJob(shop.deps, shop.ana, number, { ...mutation(), from: 'QN', to: 'CR' });
		const [snapshots] = await Promise.all([
			Promise.all(Array.from({ length: 10 }, board)),
			Promise.all(jobs.map(move))
		]);
		const now = await board();
		for (const { version, cards } of snapshots) {
			const { changes } = await readChanges(shop.deps, shop.ana, version);
			const state = { version, cards: new Map(cards.map((card) => [card.number, card])) };
			const caughtUp = applyChanges(state, changes);
			expect(caughtUp.gap).toBe(false);
			expect(caughtUp.state.cards).toEqual(new Map(now.cards.map((card) => [card.number, card])));
		}
	});
});

describe('the changes since a version', () => {
	test('come in order, without a gap, and say who did what', async () => {
		const number = await shop.build({ status: 'QN' });
		const asked = mutation();
		await moveJob(shop.deps, shop.ana, number, { ...asked, from: 'QN', to: 'CR' });
		await moveJob(shop.deps, shop.ana, number, { ...mutation(), from: 'CR', to: 'IP' });
		expect(await readChanges(shop.deps, shop.ana, 1)).toEqual({
			from: 1,
			to: 3,
			changes: [
				{
					version: 2,
					at: NOW,
					by: { id: shop.ana.id, name: 'Ana Ruiz' },
					number,
					kind: 'moved',
					set: { version: 2, status: 'CR', statusSince: NOW },
					...asked
				},
				expect.objectContaining({ version: 3 })
			]
		});
		expect(await readChanges(shop.deps, shop.ana, 3)).toEqual({ from: 3, to: 3, changes: [] });
	});

	test('are refused to those who are ahead of the shop or too far behind it', async () => {
		await expect(readChanges(shop.deps, shop.ana, 2)).rejects.toMatchObject({ code: 'changes.expired' });
		await shop.sql`update shops set version = ${CATCH_UP_LIMIT + 2} where id = ${shop.ana.shopId}`;
		await expect(readChanges(shop.deps, shop.ana, 1)).rejects.toMatchObject({ code: 'changes.expired' });
	});
});
