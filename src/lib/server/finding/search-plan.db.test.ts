import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { listJobs } from '#lib/server/jobs/list-jobs.ts';
import { moveJob } from '#lib/server/jobs/move-job.ts';
import { undoMove } from '#lib/server/jobs/undo-move.ts';
import { buildContact } from '#tests/support/factories.ts';
import { explaining } from '#tests/support/explain.ts';
import { mutation, testShop } from '#tests/support/test-shop.ts';
import { fillJobs } from '#tests/bench/finding/fill-jobs.ts';

const MIGRATION = fileURLToPath(new URL('../../../../drizzle/migrations/0004_finding.sql', import.meta.url));

const shop = testShop();

test('[L3] among a few thousand jobs, searches and pages are read from their indexes', async () => {
	await shop.build();
	await fillJobs(shop.sql, shop.ana.shopId, 4_000);
	const planOf = async (input: object) => {
		const { sql, plan } = explaining(shop.sql, 'with names');
		await listJobs({ ...shop.deps, sql }, shop.ana, { limit: 50, ...input });
		return plan();
	};
	const plans: [input: object, plan: RegExp][] = [
		[{ q: 'diaz' }, /Bitmap Index Scan on job_search_by_words/],
		[{ q: 'maria gonzalez' }, /Bitmap Index Scan on job_search_by_words/],
		[{ q: 'saphire emrald' }, /Bitmap Index Scan on job_search_by_words/],
		[{ q: 'certificate', closed: true }, /Bitmap Index Scan on job_search_by_words/],
		[{ q: '+44 20 7946 0018' }, /Index Scan on job_search_by_phone/],
		[{ q: 'ring', sort: 'customer' }, /job_search_by_/],
		[{ sort: 'customer' }, /Index (Only )?Scan using job_search_by_customer/],
		[{}, /Index Only Scan Backward using jobs_shop_id_number_pk/]
	];
	for (const [input, expected] of plans) {
		const plan = await planOf(input);
		expect(plan, JSON.stringify(input)).toMatch(expected);
		expect(plan, JSON.stringify(input)).not.toMatch(/Seq Scan on job_search/);
	}
}, 60_000);

describe('what a search looks at', () => {
	/** Every row that is written has a new transaction id. */
	const written = (number: number) =>
		shop.sql`select xmin::text from job_search where shop_id = ${shop.ana.shopId} and number = ${number}`;

	test('[W8] is not touched by a move, a re-order, a hold or an undo', async () => {
		const number = await shop.build({ status: 'QN', title: 'Ring' });
		await shop.build({ status: 'QN' });
		const before = await written(number);
		const move = (from: 'QN' | 'CR', to: 'QN' | 'CR' | 'OH', more: object = {}) =>
			moveJob(shop.deps, shop.ana, number, { ...mutation(), from, to, ...more });
		await move('QN', 'QN');
		await move('QN', 'CR');
		await move('CR', 'OH', { hold: { reason: 'stones', note: 'two rubies' } });
		await undoMove(shop.deps, shop.ana, number, mutation());
		expect(await written(number)).toEqual(before);
	});

	test('is rewritten by a move that names a vendor', async () => {
		const number = await shop.build({ status: 'QN' });
		const before = await written(number);
		const vendorId = await buildContact(shop.sql, shop.ana.shopId, { name: 'Castwell', roles: ['vendor'] });
		await moveJob(shop.deps, shop.ana, number, { ...mutation(), from: 'QN', to: 'AVQ', vendorId });
		expect(await written(number)).not.toEqual(before);
	});

	test('is made for the jobs of a shop that comes from an older version', async () => {
		const number = await shop.build({ title: 'Sapphire ring' });
		await shop.sql`delete from job_search`;
		await shop.sql`delete from job_words`;
		const migration = readFileSync(MIGRATION, 'utf8').split('--> statement-breakpoint');
		await shop.sql.unsafe(migration.at(-1) ?? '');
		for (const q of ['sapphire', 'saphire']) {
			const { jobs } = await listJobs(shop.deps, shop.ana, { q, limit: 50 });
			expect(jobs.map((job) => job.number)).toEqual([number]);
		}
	});

	test('goes with its job', async () => {
		const number = await shop.build({ status: 'QN' });
		await shop.sql`delete from jobs where shop_id = ${shop.ana.shopId} and number = ${number}`;
		expect(await written(number)).toEqual([]);
	});
});
