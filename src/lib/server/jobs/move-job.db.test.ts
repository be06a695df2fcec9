import { describe, expect, test } from 'vitest';
import type { MoveInput } from '#lib/jobs/job-input.ts';
import { isEdge, nextStatuses, STATUSES, type Status } from '#lib/jobs/status.ts';
import { buildContact, buildPerson, type Person } from '#tests/support/factories.ts';
import { DAY } from '#tests/support/test-deps.ts';
import { mutation, NOW, testShop } from '#tests/support/test-shop.ts';
import { closeJob } from './close-job.ts';
import { moveJob } from './move-job.ts';
import { readHistory } from './read-history.ts';
import { readJob } from './read-job.ts';

const shop = testShop();
const move = (number: number, input: Omit<MoveInput, 'mutationId'>, actor: Person = shop.ana) =>
	moveJob(shop.deps, actor, number, { ...mutation(), ...input });
const needs = (to: Status) => (to === 'OH' ? { hold: { reason: 'stones' as const } } : {});
const buildVendor = (company: string | null = 'Castwell') =>
	buildContact(shop.sql, shop.ana.shopId, { name: 'Carl', company, roles: ['vendor'] });

const PAIRS = STATUSES.flatMap((from) => STATUSES.filter((to) => to !== from).map((to) => ({ from, to })));

describe('the 30 pairs', () => {
	test.each(PAIRS.filter(({ from, to }) => isEdge(from, to)))('[W2] $from to $to', async ({ from, to }) => {
		const number = await shop.build({ status: from, vendorId: await buildVendor() });
		const { version, card } = await move(number, { from, to, ...needs(to) });
		expect(card).toMatchObject({ number, status: to, version });
		expect(await readJob(shop.deps, shop.ana, number)).toMatchObject(card);
		expect(await readHistory(shop.deps, shop.ana, number)).toMatchObject([
			{ version, at: NOW, by: { id: shop.ana.id, name: 'Ana Ruiz' }, kind: 'moved', fact: { from, to } }
		]);
	});

	test.each(PAIRS.filter(({ from, to }) => !isEdge(from, to)))(
		'[W2] never $from to $to: says where it may go, and writes nothing',
		async ({ from, to }) => {
			const number = await shop.build({ status: from });
			const before = await readJob(shop.deps, shop.ana, number);
			await expect(move(number, { from, to, ...needs(to) })).rejects.toMatchObject({
				code: 'move.not_allowed',
				facts: { from, allowed: nextStatuses(from), card: { number, status: from } }
			});
			expect(await readJob(shop.deps, shop.ana, number)).toEqual(before);
			expect(await shop.changes()).toEqual([]);
		}
	);
});

describe('what a move carries', () => {
	test('[W5] to AVQ needs a vendor; one that is named is copied onto the job', async () => {
		const number = await shop.build({ status: 'QN' });
		await expect(move(number, { from: 'QN', to: 'AVQ' })).rejects.toMatchObject({
			code: 'move.vendor_required'
		});
		const vendorId = await buildVendor();
		const { card } = await move(number, { from: 'QN', to: 'AVQ', vendorId });
		expect(card).toMatchObject({ status: 'AVQ', vendor: 'Castwell' });
		expect(await shop.changes()).toMatchObject([{ set: { status: 'AVQ', vendor: 'Castwell' } }]);
		await shop.sql`update contacts set company = 'Renamed' where id = ${vendorId}`;
		expect(await readJob(shop.deps, shop.ana, number)).toMatchObject({ vendor: 'Castwell', vendorId });
	});

	test.each([
		['a customer', { roles: ['customer'] as const }],
		['archived', { roles: ['vendor'] as const, archived: true }]
	])('[W5] refuses as vendor somebody who is %s', async (_, { roles, ...rest }) => {
		const number = await shop.build({ status: 'QN' });
		const vendorId = await buildContact(shop.sql, shop.ana.shopId, { roles: [...roles], ...rest });
		await expect(move(number, { from: 'QN', to: 'AVQ', vendorId })).rejects.toMatchObject({
			code: 'input.invalid',
			facts: { fields: { vendorId: expect.any(String) as string } }
		});
		expect(await shop.changes()).toEqual([]);
	});

	test('[W6] to On hold needs a reason, and remembers where it came from', async () => {
		const number = await shop.build({ status: 'IP' });
		await expect(move(number, { from: 'IP', to: 'OH' })).rejects.toMatchObject({
			code: 'move.hold_reason_required'
		});
		const hold = { reason: 'other' as const, note: ' Waiting for the fair ', until: '2026-03-09' };
		const { card } = await move(number, { from: 'IP', to: 'OH', hold });
		expect(card.hold).toEqual({
			reason: 'other',
			note: 'Waiting for the fair',
			until: '2026-03-09',
			from: 'IP'
		});
	});

	test('[G4] resuming goes on with the days, any other way out starts them again', async () => {
		const since = '2026-02-20T10:00:00.000Z';
		const [resumed, restarted] = [
			await shop.build({ status: 'CR', statusSince: since }),
			await shop.build({ status: 'CR', statusSince: since })
		];
		for (const number of [resumed, restarted]) await move(number, { from: 'CR', to: 'OH', ...needs('OH') });
		shop.clock.pass(3 * DAY);
		expect((await move(resumed, { from: 'OH', to: 'CR' })).card).toMatchObject({
			statusSince: '2026-02-23T10:00:00.000Z',
			hold: null
		});
		expect((await move(restarted, { from: 'OH', to: 'QN' })).card.statusSince).toBe(shop.clock.now());
	});

	test('refuses a vendor or a hold that the move has no place for', async () => {
		const number = await shop.build({ status: 'QN' });
		const stray = { vendorId: await buildVendor(), hold: { reason: 'stones' as const } };
		await expect(move(number, { from: 'QN', to: 'CR', ...stray })).rejects.toMatchObject({
			code: 'input.invalid',
			facts: { fields: { vendorId: expect.any(String) as string, hold: expect.any(String) as string } }
		});
		await expect(move(4711, { from: 'QN', to: 'CR', ...stray })).rejects.toMatchObject({
			code: 'job.not_found'
		});
		await expect(move(number, { from: 'CR', to: 'QN', ...stray })).rejects.toMatchObject({
			code: 'job.moved'
		});
	});

	test('screens receive only what changed', async () => {
		const [above, number] = [await shop.build({ status: 'CR' }), await shop.build({ status: 'QN' })];
		const { version, card } = await move(number, { from: 'QN', to: 'CR' });
		const reorder = await move(number, { from: 'CR', to: 'CR', after: above });
		expect((await shop.changes()).map(({ set }) => set)).toEqual([
			{ version, status: 'CR', rank: card.rank, statusSince: NOW },
			{ version: reorder.version, rank: reorder.card.rank }
		]);
	});
});

describe('refusals in the contract’s order', () => {
	test('404 before anything else', async () => {
		const viewer = await buildPerson(shop.sql, shop.ana.shopId, { role: 'viewer' });
		await expect(move(4711, { from: 'QN', to: 'RP' }, viewer)).rejects.toMatchObject({
			code: 'job.not_found'
		});
	});

	test('[W13] 403 before where the job is', async () => {
		const number = await shop.build({ status: 'QN' });
		const jeweler = await buildPerson(shop.sql, shop.ana.shopId, { role: 'jeweler' });
		await expect(move(number, { from: 'CR', to: 'IP' }, jeweler)).rejects.toMatchObject({
			code: 'forbidden'
		});
		const wall = { kind: 'display' as const, shopId: shop.ana.shopId, id: 'wall', name: 'Wall' };
		const asked = { ...mutation(), from: 'QN' as const, to: 'CR' as const };
		await expect(moveJob(shop.deps, wall, number, asked)).rejects.toMatchObject({ code: 'forbidden' });
	});

	test('[C1] a version is taken by what changes, not by a move that is refused, unknown, or comes again', async () => {
		const number = await shop.build({ status: 'QN' });
		const asked = { ...mutation(), from: 'QN' as const, to: 'CR' as const };
		const moved = await moveJob(shop.deps, shop.ana, number, asked);
		expect(await moveJob(shop.deps, shop.ana, number, asked)).toEqual(moved);
		await expect(move(number, { from: 'QN', to: 'CR' })).rejects.toMatchObject({ code: 'job.moved' });
		await expect(move(99_999, { from: 'QN', to: 'CR' })).rejects.toMatchObject({ code: 'job.not_found' });
		const next = await move(number, { from: 'CR', to: 'IP' });
		expect(next.version).toBe(moved.version + 1);
	});

	test('[W8] a stale `from` says who moved the job, when, and where it is now; re-orders do not count', async () => {
		const number = await shop.build({ status: 'QN' });
		const ben = await buildPerson(shop.sql, shop.ana.shopId, { name: 'Ben', role: 'salesperson' });
		await move(number, { from: 'QN', to: 'CR' }, ben);
		shop.clock.pass(1000);
		const { card } = await move(number, { from: 'CR', to: 'CR' });
		await expect(move(number, { from: 'QN', to: 'IP' })).rejects.toMatchObject({
			code: 'job.moved',
			message: 'Ben moved this to Customer review just now.',
			facts: { card, movedBy: { id: ben.id, name: 'Ben' }, movedAt: NOW }
		});
	});

	test('[W10] a closed job moves no more, but a stale `from` is told first', async () => {
		const number = await shop.build({ status: 'RP' });
		await closeJob(shop.deps, shop.ana, number, { ...mutation(), outcome: 'picked_up' });
		await expect(move(number, { from: 'RP', to: 'CR' })).rejects.toMatchObject({ code: 'job.closed' });
		await expect(move(number, { from: 'IP', to: 'RP' })).rejects.toMatchObject({ code: 'job.moved' });
	});
});
