import { describe, expect, test } from 'vitest';
import { dayIn, daysBetween } from '#lib/kernel/dates.ts';
import { readBoard } from '#lib/server/board/read-board.ts';
import { buildPerson } from '#tests/support/factories.ts';
import { DAY } from '#tests/support/test-deps.ts';
import { mutation, NOW, testShop } from '#tests/support/test-shop.ts';
import { closeJob } from './close-job.ts';
import { moveJob } from './move-job.ts';
import { readJob } from './read-job.ts';
import { reopenJob } from './reopen-job.ts';

const shop = testShop();
const close = (number: number, outcome: 'picked_up' | 'cancelled', reason?: string, actor = shop.ana) =>
	closeJob(shop.deps, actor, number, { ...mutation(), outcome, reason });
const reopen = (number: number, actor = shop.ana) => reopenJob(shop.deps, actor, number, mutation());
const onBoard = async () => (await readBoard(shop.deps, shop.ana)).cards.map(({ number }) => number);

describe('[W10] leaving the board', () => {
	test('picked up: the card goes, the job stays', async () => {
		const number = await shop.build({ status: 'RP' });
		const { version, job } = await close(number, 'picked_up');
		expect(job).toMatchObject({
			version,
			status: 'RP',
			closing: { outcome: 'picked_up', reason: null, at: NOW }
		});
		expect(await readJob(shop.deps, shop.ana, number)).toEqual(job);
		expect(await onBoard()).toEqual([]);
		expect(await shop.changes()).toMatchObject([{ version, kind: 'closed', number, gone: true }]);
	});

	test('cancelled from anywhere, with a reason', async () => {
		const number = await shop.build({ status: 'OH' });
		await expect(close(number, 'cancelled', '  ')).rejects.toMatchObject({ code: 'close.reason_required' });
		expect((await close(number, 'cancelled', 'Too dear')).job.closing?.reason).toBe('Too dear');
	});

	test('is refused before it is ready, twice, and to those who may not', async () => {
		const number = await shop.build({ status: 'IP' });
		const jeweler = await buildPerson(shop.sql, shop.ana.shopId, { role: 'jeweler' });
		await expect(close(number, 'picked_up')).rejects.toMatchObject({ code: 'close.not_ready' });
		await expect(close(number, 'cancelled', 'x', jeweler)).rejects.toMatchObject({ code: 'forbidden' });
		await close(number, 'cancelled', 'x');
		await expect(close(number, 'cancelled', 'x')).rejects.toMatchObject({ code: 'job.closed' });
		expect(await shop.changes()).toHaveLength(1);
	});
});

describe('[W10] reopening', () => {
	test('returns into the status that it left, on top, with its days starting again', async () => {
		const [number, other] = [await shop.build({ status: 'RP' }), await shop.build({ status: 'RP' })];
		await close(number, 'picked_up');
		shop.clock.pass(30 * DAY);
		const { version, job } = await reopen(number);
		expect(job).toMatchObject({ status: 'RP', closing: null, statusSince: shop.clock.now() });
		expect(await readJob(shop.deps, shop.ana, number)).toEqual(job);
		expect(await onBoard()).toEqual([number, other]);
		const [, change] = await shop.changes();
		expect(change).toMatchObject({
			version,
			kind: 'reopened',
			set: { number, status: 'RP', rank: job.rank }
		});
	});

	test('a held job is held again, and resumes into the status it was held from', async () => {
		const number = await shop.build({ status: 'OH', heldFrom: 'CR' });
		await close(number, 'cancelled', 'x');
		expect((await reopen(number)).job.hold?.from).toBe('CR');
		await moveJob(shop.deps, shop.ana, number, { ...mutation(), from: 'OH', to: 'CR' });
	});

	test('[G4] a held job keeps the days that it had when it was held, however long it was closed', async () => {
		const number = await shop.build({ status: 'CR', statusSince: shop.clock.now() });
		shop.clock.pass(2 * DAY);
		const hold = { reason: 'customer' as const };
		await moveJob(shop.deps, shop.ana, number, { ...mutation(), from: 'CR', to: 'OH', hold });
		shop.clock.pass(3 * DAY);
		await close(number, 'cancelled', 'x');
		shop.clock.pass(10 * DAY);
		await reopen(number);
		shop.clock.pass(4 * DAY);
		const { card } = await moveJob(shop.deps, shop.ana, number, { ...mutation(), from: 'OH', to: 'CR' });
		expect(daysBetween(dayIn('UTC', card.statusSince), dayIn('UTC', shop.clock.now()))).toBe(2);
	});

	test('is for admins, and for closed jobs', async () => {
		const number = await shop.build({ status: 'RP' });
		const ben = await buildPerson(shop.sql, shop.ana.shopId, { role: 'salesperson' });
		await expect(reopen(number)).rejects.toMatchObject({ code: 'job.not_closed' });
		await close(number, 'picked_up');
		await expect(reopen(number, ben)).rejects.toMatchObject({ code: 'forbidden' });
	});
});
