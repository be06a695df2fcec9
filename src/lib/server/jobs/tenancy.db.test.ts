import { beforeEach, describe, expect, test } from 'vitest';
import { readBoard } from '#lib/server/board/read-board.ts';
import { readChanges } from '#lib/server/board/read-changes.ts';
import { listContacts } from '#lib/server/contacts/list-contacts.ts';
import { buildContact, buildJob, buildPerson, buildShop, type Person } from '#tests/support/factories.ts';
import { mutation, testShop } from '#tests/support/test-shop.ts';
import { closeJob } from './close-job.ts';
import { createJob } from './create-job.ts';
import { listJobs } from './list-jobs.ts';
import { moveJob } from './move-job.ts';
import { readHistory } from './read-history.ts';
import { readJob } from './read-job.ts';
import { reopenJob } from './reopen-job.ts';
import { undoMove } from './undo-move.ts';

const shop = testShop();
let eve: Person;
beforeEach(async () => {
	eve = await buildPerson(shop.sql, await buildShop(shop.sql), { name: 'Eve' });
});

describe('[P1] another shop', () => {
	test('has none of this shop’s jobs, by any way in', async () => {
		const number = await shop.build({ status: 'QN' });
		const { deps } = shop;
		const ways = [
			() => readJob(deps, eve, number),
			() => readHistory(deps, eve, number),
			() => moveJob(deps, eve, number, { ...mutation(), from: 'QN', to: 'CR' }),
			() => undoMove(deps, eve, number, mutation()),
			() => closeJob(deps, eve, number, { ...mutation(), outcome: 'cancelled', reason: 'x' }),
			() => reopenJob(deps, eve, number, mutation())
		];
		for (const way of ways) await expect(way()).rejects.toMatchObject({ code: 'job.not_found' });
		expect((await readBoard(deps, eve)).cards).toEqual([]);
		expect((await listJobs(deps, eve, { limit: 50 })).jobs).toEqual([]);
		expect((await listContacts(deps, eve, { q: '' })).contacts).toEqual([]);
		expect((await readChanges(deps, eve, 1)).changes).toEqual([]);
	});

	test('moves its own job of the same number, and this one stays', async () => {
		const number = await shop.build({ status: 'QN' });
		expect(await buildJob(shop.sql, eve, { status: 'QN' })).toBe(number);
		await moveJob(shop.deps, eve, number, { ...mutation(), from: 'QN', to: 'CR' });
		expect(await readJob(shop.deps, shop.ana, number)).toMatchObject({ status: 'QN', version: 1 });
		expect(await shop.changes()).toEqual([]);
	});

	test('does not learn of this shop’s mutations: the same id is its own there', async () => {
		const number = await shop.build({ status: 'QN' });
		await buildJob(shop.sql, eve, { status: 'QN' });
		const asked = { ...mutation(), from: 'QN' as const, to: 'CR' as const };
		await moveJob(shop.deps, shop.ana, number, asked);
		expect(await moveJob(shop.deps, eve, number, asked)).toMatchObject({ version: 2 });
	});

	test('lends neither contacts nor people', async () => {
		const vendorId = await buildContact(shop.sql, eve.shopId, { roles: ['vendor', 'customer'] });
		const number = await shop.build({ status: 'QN' });
		const asked = { ...mutation(), from: 'QN' as const, to: 'AVQ' as const, vendorId };
		await expect(moveJob(shop.deps, shop.ana, number, asked)).rejects.toMatchObject({
			code: 'input.invalid',
			facts: { fields: { vendorId: expect.any(String) as string } }
		});
		const job = { ...mutation(), type: 'custom' as const, promisedOn: '2026-03-20' };
		const theirs = { customerId: vendorId, vendorId, salespersonId: eve.id, jewelerId: eve.id };
		const refused = createJob(shop.deps, shop.ana, { ...job, ...theirs });
		const fields = Object.fromEntries(
			Object.keys(theirs).map((name) => [name, expect.any(String) as string])
		);
		await expect(refused).rejects.toMatchObject({ code: 'input.invalid', facts: { fields } });
	});
});
