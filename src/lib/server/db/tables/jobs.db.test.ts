import { describe, expect, test } from 'vitest';
import { moveJob } from '#lib/server/jobs/move-job.ts';
import { buildPerson, buildShop } from '#tests/support/factories.ts';
import { mutation, testShop } from '#tests/support/test-shop.ts';

const shop = testShop();

describe('the database itself refuses', () => {
	test.each([
		['[W1] a seventh status', "status = 'DONE'", /invalid input value for enum/],
		['[W10] a closed job without an outcome', 'closed_at = now()', /jobs_closed_has_outcome/],
		['[W10] an outcome of an open job', "outcome = 'picked_up'", /jobs_closed_has_outcome/],
		[
			'[W10] cancelling without a reason',
			"closed_at = now(), outcome = 'cancelled'",
			/jobs_cancelled_has_reason/
		],
		['[W6] a hold without a reason', "status = 'OH', held_from = 'IP'", /jobs_hold_has_reason/],
		['[W6] a hold from nowhere', "status = 'OH', hold_reason = 'stones'", /jobs_hold_has_origin/],
		['[W6] a reason without a hold', "hold_reason = 'stones', held_from = 'QN'", /jobs_hold_has_/],
		['[W5] a job in AVQ without a vendor', "status = 'AVQ'", /jobs_awaiting_vendor_has_vendor/],
		['[S3] a vendor without a name', 'vendor_id = customer_id', /jobs_vendor_is_named/],
		['[S1] a customer that does not exist', "customer_id = 'nobody'", /foreign key/]
	])('%s', async (_, set, message) => {
		const number = await shop.build({ status: 'QN' });
		const update = shop.sql`
			update jobs set ${shop.sql.unsafe(set)} where shop_id = ${shop.ana.shopId} and number = ${number}`;
		await expect(update).rejects.toThrow(message);
	});

	test('[W12] two open cards in one place', async () => {
		await shop.build({ status: 'QN' });
		await shop.build({ status: 'QN' });
		const update = shop.sql`update jobs set rank = 'a0' where shop_id = ${shop.ana.shopId}`;
		await expect(update).rejects.toThrow(/jobs_board_place/);
	});

	test('[P1] a person of another shop on a job', async () => {
		const number = await shop.build();
		const eve = await buildPerson(shop.sql, await buildShop(shop.sql));
		const update = shop.sql`
			update jobs set salesperson_id = ${eve.id} where shop_id = ${shop.ana.shopId} and number = ${number}`;
		await expect(update).rejects.toThrow(/foreign key/);
	});

	test('[W11] changing or deleting what the log says', async () => {
		const number = await shop.build({ status: 'QN' });
		await moveJob(shop.deps, shop.ana, number, { ...mutation(), from: 'QN', to: 'CR' });
		await expect(shop.sql`update job_events set by_name = 'X'`).rejects.toThrow(/append-only/);
		await expect(shop.sql`delete from job_events`).rejects.toThrow(/append-only/);
	});
});
