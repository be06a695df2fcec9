import { beforeEach, describe, expect, test } from 'vitest';
import { closeJob } from '#lib/server/jobs/close-job.ts';
import { createJob } from '#lib/server/jobs/create-job.ts';
import { buildContact } from '#tests/support/factories.ts';
import { mutation, testShop } from '#tests/support/test-shop.ts';
import { listContactJobs } from './list-contact-jobs.ts';
import { readContactUse } from './read-contact-use.ts';

const shop = testShop();
let id: string;
let other: string;
beforeEach(async () => {
	const contact = { roles: ['customer' as const, 'vendor' as const] };
	id = await buildContact(shop.sql, shop.ana.shopId, contact);
	other = await buildContact(shop.sql, shop.ana.shopId, contact);
});

async function takeIn(customerId: string, vendorId: string | null = null): Promise<number> {
	const job = { ...mutation(), type: 'custom' as const, promisedOn: '2026-03-20', customerId, vendorId };
	return (await createJob(shop.deps, shop.ana, job)).job.number;
}

describe('[S4] the jobs of a contact', () => {
	test('are those that name it as customer, as vendor or as both, closed ones too, newest first', async () => {
		const asCustomer = await takeIn(id);
		const asVendor = await takeIn(other, id);
		await takeIn(other);
		const asBoth = await takeIn(id, id);
		const cancelled = { ...mutation(), outcome: 'cancelled' as const, reason: 'x' };
		await closeJob(shop.deps, shop.ana, asCustomer, cancelled);

		const { jobs, next } = await listContactJobs(shop.deps, shop.ana, id);
		expect(jobs.map(({ number, roles }) => [number, roles])).toEqual([
			[asBoth, ['customer', 'vendor']],
			[asVendor, ['vendor']],
			[asCustomer, ['customer']]
		]);
		expect(jobs.map(({ closing }) => closing?.outcome)).toEqual([undefined, undefined, 'cancelled']);
		expect(next).toBeNull();
		expect(await readContactUse(shop.deps, shop.ana, id)).toEqual({ jobs: 3, open: 2 });
	});

	test('come twenty at a time', async () => {
		const numbers: number[] = [];
		for (let i = 0; i < 21; i++) numbers.unshift(await takeIn(id));
		const first = await listContactJobs(shop.deps, shop.ana, id);
		const second = await listContactJobs(shop.deps, shop.ana, id, first.next);
		expect([first.jobs.length, second.jobs.length, second.next]).toEqual([20, 1, null]);
		expect([...first.jobs, ...second.jobs].map(({ number }) => number)).toEqual(numbers);
	});
});
