import { beforeEach, describe, expect, test } from 'vitest';
import { createJob } from '#lib/server/jobs/create-job.ts';
import { moveJob } from '#lib/server/jobs/move-job.ts';
import { undoMove } from '#lib/server/jobs/undo-move.ts';
import { buildContact, buildPerson } from '#tests/support/factories.ts';
import { mutation, testShop } from '#tests/support/test-shop.ts';
import { archiveContact, restoreContact } from './archive-contact.ts';
import { changeContact } from './change-contact.ts';
import { deleteContact } from './delete-contact.ts';
import { listContacts } from './list-contacts.ts';
import { readContact } from './read-contact.ts';

const shop = testShop();
let id: string;
beforeEach(async () => {
	id = await buildContact(shop.sql, shop.ana.shopId, { roles: ['customer', 'vendor'] });
});

const takeIn = (customerId: string, vendorId: string | null = null) =>
	createJob(shop.deps, shop.ana, {
		...mutation(),
		type: 'repair',
		promisedOn: '2026-03-20',
		customerId,
		vendorId
	});
const remove = () => deleteContact(shop.deps, shop.ana, id);
const notFound = { code: 'contact.not_found' };

describe('[S4] archiving', () => {
	test('takes a contact out of what can be chosen, and restoring brings it back', async () => {
		const archived = await archiveContact(shop.deps, shop.ana, id, mutation());
		expect(archived).toMatchObject({ id, archived: true, version: 2 });
		expect((await listContacts(shop.deps, shop.ana, { q: '' })).contacts).toEqual([]);
		await expect(takeIn(id, id)).rejects.toMatchObject({
			code: 'input.invalid',
			facts: { fields: { customerId: expect.any(String) as string, vendorId: expect.any(String) as string } }
		});

		const restored = await restoreContact(shop.deps, shop.ana, id, mutation());
		expect(restored).toMatchObject({ id, archived: false, version: 3 });
		expect((await takeIn(id, id)).job).toMatchObject({ customerId: id, vendorId: id });
	});

	test('what is archived already, and restoring what is not, changes nothing', async () => {
		expect(await restoreContact(shop.deps, shop.ana, id, mutation())).toMatchObject({ version: 1 });
		await archiveContact(shop.deps, shop.ana, id, mutation());
		expect(await archiveContact(shop.deps, shop.ana, id, mutation())).toMatchObject({ version: 2 });
	});

	test('sent again gets its answer again', async () => {
		const input = mutation();
		const first = await archiveContact(shop.deps, shop.ana, id, input);
		await restoreContact(shop.deps, shop.ana, id, mutation());
		expect(await archiveContact(shop.deps, shop.ana, id, input)).toEqual(first);
		expect(await readContact(shop.deps, shop.ana, id)).toMatchObject({ archived: false });
		await expect(restoreContact(shop.deps, shop.ana, id, input)).rejects.toMatchObject({
			code: 'mutation.reused'
		});
	});

	test('a role that is taken away can no longer be chosen', async () => {
		await changeContact(shop.deps, shop.ana, id, { ...mutation(), roles: ['customer'] });
		await expect(takeIn(id, id)).rejects.toMatchObject({ code: 'input.invalid' });
		expect((await takeIn(id)).job).toMatchObject({ customerId: id });
	});
});

describe('[S4] deleting', () => {
	test('ends a contact that no job names, with all that was written down of it', async () => {
		await changeContact(shop.deps, shop.ana, id, { ...mutation(), notes: 'x' });
		await remove();
		await expect(readContact(shop.deps, shop.ana, id)).rejects.toMatchObject(notFound);
		await expect(remove()).rejects.toMatchObject(notFound);
		expect(await shop.sql`select 1 from contact_mutations where contact_id = ${id}`).toEqual([]);
	});

	test.each(['customer', 'vendor'] as const)('is refused while a job names it as its %s', async (role) => {
		const other = await buildContact(shop.sql, shop.ana.shopId);
		await (role === 'customer' ? takeIn(id) : takeIn(other, id));
		await archiveContact(shop.deps, shop.ana, id, mutation());
		await expect(remove()).rejects.toMatchObject({ code: 'contact.in_use' });
		expect(await readContact(shop.deps, shop.ana, id)).toMatchObject({ archived: true });
	});

	test('[W9] is refused while a move can be undone that would bring it back', async () => {
		const customer = await buildContact(shop.sql, shop.ana.shopId);
		const other = await buildContact(shop.sql, shop.ana.shopId, { roles: ['vendor'] });
		const { number } = (await takeIn(customer, id)).job;
		const asked = { ...mutation(), from: 'QN' as const, to: 'AVQ' as const, vendorId: other };
		await moveJob(shop.deps, shop.ana, number, asked);

		await expect(remove()).rejects.toMatchObject({ code: 'contact.in_use' });
		shop.clock.pass(5 * 60_000);
		await expect(remove()).rejects.toMatchObject({ code: 'contact.in_use' });
		shop.clock.pass(1);
		await remove();
		await expect(undoMove(shop.deps, shop.ana, number, mutation())).rejects.toMatchObject({
			code: 'undo.too_late'
		});
	});

	test('at the same moment as a job is taken in, either keeps the contact or refuses the job', async () => {
		for (let round = 0; round < 10; round++) {
			id = await buildContact(shop.sql, shop.ana.shopId);
			const [taken, removed] = await Promise.allSettled([takeIn(id), remove()]);
			expect([taken.status, removed.status].sort()).toEqual(['fulfilled', 'rejected']);
			const refused = taken.status === 'rejected' ? taken : removed;
			expect(refused).toMatchObject({
				reason: { code: taken.status === 'rejected' ? 'input.invalid' : 'contact.in_use' }
			});
		}
	});
});

test.each(['jeweler', 'viewer'] as const)(
	'[W13] a %s archives, restores and deletes nobody',
	async (role) => {
		const actor = await buildPerson(shop.sql, shop.ana.shopId, { role });
		for (const attempt of [
			() => archiveContact(shop.deps, actor, id, mutation()),
			() => restoreContact(shop.deps, actor, id, mutation()),
			() => deleteContact(shop.deps, actor, id)
		])
			await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
	}
);
