import { describe, expect, test } from 'vitest';
import { buildPerson, FIRST_VERSION } from '#tests/support/factories.ts';
import { mutation, testShop } from '#tests/support/test-shop.ts';
import { closeJob } from './close-job.ts';
import { editJob } from './edit-job.ts';
import { readHistory } from './read-history.ts';
import { readJob } from './read-job.ts';
import { refreshCustomer } from './refresh-customer.ts';

const shop = testShop();
const refresh = (number: number, by = shop.ana) => refreshCustomer(shop.deps, by, number, mutation());
const snapshotOf = async (number: number) => (await readJob(shop.deps, shop.ana, number)).customerSnapshot;

async function renamed(): Promise<number> {
	const number = await shop.build();
	await shop.sql`update contacts set name = 'Maria Ruiz', phone = '555 0101' where shop_id = ${shop.ana.shopId}`;
	return number;
}

describe('[S1, S2] the customer as copied onto a job', () => {
	test('stays as it was when the contact is edited, and when the job is saved again', async () => {
		const number = await renamed();
		const before = await snapshotOf(number);
		const { customerId } = await readJob(shop.deps, shop.ana, number);
		await editJob(shop.deps, shop.ana, number, {
			...mutation(),
			version: FIRST_VERSION,
			customerId,
			title: 'Ring'
		});
		expect(await snapshotOf(number)).toEqual(before);
		expect(before.name).toBe('Maria Gonzalez');
	});

	test('is taken from the contact on purpose, told with its differences, and shown on the board', async () => {
		const number = await renamed();
		const { job, version } = await refresh(number);
		expect(job.customerSnapshot).toMatchObject({ name: 'Maria Ruiz', phone: '555 0101' });
		expect(await shop.changes()).toMatchObject([
			{ kind: 'edited', version, set: { version, customer: 'Maria Ruiz' } }
		]);
		const [entry] = await readHistory(shop.deps, shop.ana, number);
		expect(entry?.fact).toEqual({
			kind: 'edited',
			fromContact: true,
			changes: [
				{ field: 'name', before: 'Maria Gonzalez', after: 'Maria Ruiz' },
				{ field: 'phone', before: null, after: '555 0101' }
			]
		});
	});

	test('is not taken when the contact, or the customer, is another than was shown', async () => {
		const number = await renamed();
		const { customerId } = await readJob(shop.deps, shop.ana, number);
		const shown = (contact: { id: string; version: number }) =>
			refreshCustomer(shop.deps, shop.ana, number, { ...mutation(), contact });
		await expect(shown({ id: customerId, version: 7 })).rejects.toMatchObject({ code: 'contact.changed' });
		await expect(shown({ id: 'other', version: 1 })).rejects.toMatchObject({ code: 'contact.changed' });
		expect((await shown({ id: customerId, version: 1 })).job.customer).toBe('Maria Ruiz');
	});

	test('leaves no entry when nothing differs', async () => {
		const number = await shop.build();
		await refresh(number);
		expect(await shop.changes()).toEqual([]);
	});

	test('is taken from an archived contact too', async () => {
		const number = await renamed();
		await shop.sql`update contacts set archived_at = now() where shop_id = ${shop.ana.shopId}`;
		expect((await refresh(number)).job.customer).toBe('Maria Ruiz');
	});

	test('is left alone by a jeweler, and on a closed job', async () => {
		const number = await renamed();
		const jeweler = await buildPerson(shop.sql, shop.ana.shopId, { role: 'jeweler' });
		await expect(refresh(number, jeweler)).rejects.toMatchObject({ code: 'forbidden' });
		await closeJob(shop.deps, shop.ana, number, { ...mutation(), outcome: 'cancelled', reason: 'No' });
		await expect(refresh(number)).rejects.toMatchObject({ code: 'job.closed' });
	});
});
