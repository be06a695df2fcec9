import { describe, expect, test } from 'vitest';
import { buildPerson, buildShop } from '#tests/support/factories.ts';
import { mutation, NOW, testShop } from '#tests/support/test-shop.ts';
import { closeJob } from './close-job.ts';
import { createJob } from './create-job.ts';
import { deleteJob } from './delete-job.ts';
import { moveJob } from './move-job.ts';
import { readHistory } from './read-history.ts';
import { readJob } from './read-job.ts';

const shop = testShop();
const remove = (number: number, by = shop.ana) => deleteJob(shop.deps, by, number, mutation());

describe('[J8] a deleted job', () => {
	test('is gone for everybody, and leaves who deleted which number, and when', async () => {
		const number = await shop.build({ title: 'Ring' });
		await moveJob(shop.deps, shop.ana, number, { ...mutation(), from: 'QN', to: 'CR' });
		await remove(number);
		await expect(readJob(shop.deps, shop.ana, number)).rejects.toMatchObject({ code: 'job.not_found' });
		expect((await shop.changes()).at(-1)).toMatchObject({ kind: 'deleted', number, gone: true });
		const [entry] = await readHistory(shop.deps, shop.ana, number);
		expect(entry).toMatchObject({
			at: NOW,
			by: { name: 'Ana Ruiz' },
			fact: { kind: 'deleted', title: 'Ring', customer: 'Maria Gonzalez' }
		});
	});

	test('tells its history to admins alone', async () => {
		const number = await shop.build();
		await remove(number);
		const ben = await buildPerson(shop.sql, shop.ana.shopId, { role: 'salesperson' });
		const stranger = await buildPerson(shop.sql, await buildShop(shop.sql));
		for (const person of [ben, stranger])
			await expect(readHistory(shop.deps, person, number)).rejects.toMatchObject({ code: 'job.not_found' });
	});

	test('[J2] leaves its number to nobody', async () => {
		const number = await shop.build();
		const { customerId } = await readJob(shop.deps, shop.ana, number);
		await remove(number);
		const { job } = await createJob(shop.deps, shop.ana, {
			...mutation(),
			type: 'repair',
			customerId,
			promisedOn: '2026-05-01'
		});
		expect(job.number).toBe(number + 1);
	});

	test('takes its files along, and queues what is in the store', async () => {
		const number = await shop.build();
		await shop.sql`
			insert into attachments (shop_id, id, job_number, kind, file_name, content_type, bytes, created_at)
			values (${shop.ana.shopId}, 'photo', ${number}, 'inspiration', 'a.png', 'image/png', 9, now())`;
		await remove(number);
		const rows = await shop.sql`select key from object_removals where shop_id = ${shop.ana.shopId}`;
		expect(rows.length).toBeGreaterThanOrEqual(2);
		expect(await shop.sql`select from attachments where shop_id = ${shop.ana.shopId}`).toHaveLength(0);
	});

	test('may be closed', async () => {
		const number = await shop.build();
		await closeJob(shop.deps, shop.ana, number, { ...mutation(), outcome: 'cancelled', reason: 'No' });
		await remove(number);
		await expect(remove(number)).rejects.toMatchObject({ code: 'job.not_found' });
	});

	test('is deleted once, however often that is sent', async () => {
		const number = await shop.build();
		const again = mutation();
		await deleteJob(shop.deps, shop.ana, number, again);
		await deleteJob(shop.deps, shop.ana, number, again);
		expect(await shop.changes()).toHaveLength(1);
	});

	test('[W13] is an admin’s to delete', async () => {
		const number = await shop.build();
		for (const role of ['salesperson', 'jeweler', 'viewer'] as const) {
			const person = await buildPerson(shop.sql, shop.ana.shopId, { role });
			await expect(remove(number, person)).rejects.toMatchObject({ code: 'forbidden' });
		}
		expect(await shop.changes()).toEqual([]);
	});
});
