import { describe, expect, test } from 'vitest';
import type { MoveInput } from '#lib/jobs/job-input.ts';
import { buildContact, buildPerson, type Person } from '#tests/support/factories.ts';
import { DAY, MINUTE } from '#tests/support/test-deps.ts';
import { mutation, testShop } from '#tests/support/test-shop.ts';
import { moveJob } from './move-job.ts';
import { readHistory } from './read-history.ts';
import { readJob } from './read-job.ts';
import { undoMove } from './undo-move.ts';

const shop = testShop();
const move = (number: number, input: Omit<MoveInput, 'mutationId'>) =>
	moveJob(shop.deps, shop.ana, number, { ...mutation(), ...input });
const undo = (number: number, actor: Person = shop.ana) => undoMove(shop.deps, actor, number, mutation());
const read = (number: number) => readJob(shop.deps, shop.ana, number);

describe('[W9] undoing a move', () => {
	test('restores status, place and clock, is its own entry, and may go against the edges', async () => {
		const number = await shop.build({ status: 'IP' });
		const before = await read(number);
		await move(number, { from: 'IP', to: 'RP' });
		shop.clock.pass(5 * MINUTE);
		const { version, card } = await undo(number);
		expect(await read(number)).toEqual({ ...before, version });
		expect(card).toMatchObject({ status: 'IP', version });
		const [change] = (await shop.changes()).slice(-1);
		expect(change).toMatchObject({
			kind: 'undone',
			set: { status: 'IP', statusSince: before.statusSince, version }
		});
		expect((await readHistory(shop.deps, shop.ana, number)).map(({ fact }) => fact)).toEqual([
			{ kind: 'undone', from: 'RP', to: 'IP' },
			{ kind: 'moved', from: 'IP', to: 'RP', hold: null, vendor: null }
		]);
	});

	test('takes back the vendor who was named with it', async () => {
		const number = await shop.build({ status: 'QN' });
		const vendorId = await buildContact(shop.sql, shop.ana.shopId, { roles: ['vendor'] });
		await move(number, { from: 'QN', to: 'AVQ', vendorId });
		expect((await undo(number)).card.vendor).toBeNull();
		expect(await read(number)).toMatchObject({ status: 'QN', vendorId: null });
	});

	test('[G4] of a resume is a hold again, with the clock that it stopped', async () => {
		const heldClock = '2026-02-10T10:00:00.000Z';
		const number = await shop.build({
			status: 'OH',
			heldFrom: 'CR',
			heldClock,
			statusSince: '2026-02-20T10:00:00.000Z'
		});
		const { hold, statusSince } = await read(number);
		const resumed = await move(number, { from: 'OH', to: 'CR' });
		expect((await undo(number)).card).toMatchObject({ status: 'OH', hold, statusSince });
		shop.clock.pass(DAY);
		const again = await move(number, { from: 'OH', to: 'CR' });
		expect(Date.parse(again.card.statusSince) - Date.parse(resumed.card.statusSince)).toBe(DAY);
	});

	test('returns right below the card that has its place meanwhile', async () => {
		const [number, lower] = [await shop.build({ status: 'QN' }), await shop.build({ status: 'QN' })];
		const other = await shop.build({ status: 'CR' });
		const { rank } = await read(number);
		await move(number, { from: 'QN', to: 'IP' });
		await shop.sql`update jobs set status = 'QN', rank = ${rank} where shop_id = ${shop.ana.shopId} and number = ${other}`;
		const { card } = await undo(number);
		expect(card.rank > rank && card.rank < (await read(lower)).rank).toBe(true);
	});

	test('of a re-order puts the card back', async () => {
		const [number, lower] = [await shop.build({ status: 'QN' }), await shop.build({ status: 'QN' })];
		const { rank } = await read(number);
		await move(number, { from: 'QN', to: 'QN', after: lower });
		expect((await undo(number)).card.rank).toBe(rank);
	});

	test('is refused to others, after five minutes, after another change, and twice', async () => {
		const number = await shop.build({ status: 'QN' });
		await expect(undo(number)).rejects.toMatchObject({ code: 'undo.nothing' });
		await move(number, { from: 'QN', to: 'CR' });
		const ben = await buildPerson(shop.sql, shop.ana.shopId, { role: 'salesperson' });
		const viewer = await buildPerson(shop.sql, shop.ana.shopId, { role: 'viewer' });
		await expect(undo(number, viewer)).rejects.toMatchObject({ code: 'forbidden' });
		await expect(undo(number, ben)).rejects.toMatchObject({ code: 'undo.changed' });
		shop.clock.pass(5 * MINUTE + 1);
		await expect(undo(number)).rejects.toMatchObject({ code: 'undo.too_late' });
		expect(await shop.changes()).toHaveLength(1);
		await move(number, { from: 'CR', to: 'IP' });
		await undo(number);
		await expect(undo(number)).rejects.toMatchObject({ code: 'undo.nothing' });
	});
});

test('[W9] the vendor whom an undo would bring back has been deleted: the job has changed since', async () => {
	const vendor = (name: string) => buildContact(shop.sql, shop.ana.shopId, { name, roles: ['vendor'] });
	const [first, second] = [await vendor('First'), await vendor('Second')];
	const number = await shop.build({ status: 'QN', vendorId: first });
	await move(number, { from: 'QN', to: 'AVQ', vendorId: second });
	await shop.sql`delete from contacts where shop_id = ${shop.ana.shopId} and id = ${first}`;
	await expect(undo(number)).rejects.toMatchObject({ code: 'undo.changed' });
});
