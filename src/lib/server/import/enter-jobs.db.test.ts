import { describe, expect, test } from 'vitest';
import { cardOf } from '#lib/board/card.ts';
import { instantOn } from '#lib/kernel/dates.ts';
import { readBoard } from '#lib/server/board/read-board.ts';
import { createJob } from '#lib/server/jobs/create-job.ts';
import { moveJob } from '#lib/server/jobs/move-job.ts';
import { readHistory } from '#lib/server/jobs/read-history.ts';
import { readJob } from '#lib/server/jobs/read-job.ts';
import { buildContact } from '#tests/support/factories.ts';
import { importRows, jobRow, jobRows } from '#tests/support/job-file.ts';
import { DAY } from '#tests/support/test-deps.ts';
import { mutation, NOW, testShop } from '#tests/support/test-shop.ts';

const shop = testShop();

describe('an imported job', () => {
	test('[I8] equals one that was taken in by hand, in its row, its history and what screens hear', async () => {
		const { shopId } = shop.ana;
		const customerId = await buildContact(shop.sql, shopId, { name: 'Maria', phone: '555 123 456' });
		const vendorId = await buildContact(shop.sql, shopId, {
			name: 'Carla',
			company: 'Castwell',
			roles: ['vendor']
		});
		const { job } = await createJob(shop.deps, shop.ana, {
			...mutation(),
			type: 'custom',
			customerId,
			vendorId,
			promisedOn: '2026-03-20',
			title: 'Ring',
			notes: 'Old number: 7',
			spec: { metal: 'Gold' }
		});
		const report = await importRows(
			shop,
			[`${jobRow('7', { title: 'Ring', phone: '555 123 456', vendor: 'Castwell' })},Gold`],
			{ more: ',Metal' }
		);
		const number = report.jobs[0]!.number!;
		const rows =
			await shop.sql`select to_jsonb(j) - '{number,version,rank}'::text[] as row from jobs j where shop_id = ${shopId} order by number`;
		expect(rows[1]).toEqual(rows[0]);
		const events = await shop.sql`
			select kind, at, by_id, by_name, by_device, fact, gone, set - '{number,version,rank}'::text[] as set,
				answer #- '{version}' #- '{job,number}' #- '{job,version}' #- '{job,rank}' as answer
			from job_events where shop_id = ${shopId} order by version`;
		expect(events[1]).toEqual(events[0]);
		const imported = await readJob(shop.deps, shop.ana, number);
		expect((await shop.changes()).at(-1)).toMatchObject({
			version: imported.version,
			number,
			set: cardOf(imported)
		});
		expect(await readHistory(shop.deps, shop.ana, number)).toMatchObject([
			{ fact: { kind: 'created', status: 'QN' } }
		]);
		expect(job.number + 1).toBe(number);
	});

	test('[I7, W12] stands on top of its column, the first row topmost, with numbers in the file’s order', async () => {
		const below = await shop.build({ status: 'IP' });
		await importRows(shop, [
			jobRow('1', { status: 'IP' }),
			jobRow('2'),
			jobRow('3', { status: 'IP' }),
			jobRow('4')
		]);
		const { cards, version } = await readBoard(shop.deps, shop.ana);
		const column = (status: string) =>
			cards.filter((card) => card.status === status).map(({ number }) => number);
		expect([column('IP'), column('QN')]).toEqual([
			[below + 1, below + 3, below],
			[below + 2, below + 4]
		]);
		expect((await shop.changes()).map(({ number }) => number)).toEqual(
			[1, 2, 3, 4].map((each) => below + each)
		);
		expect(version).toBe((await shop.changes()).at(-1)?.version);
	});

	test('[I7, G2] goes on aging from the days that its row names', async () => {
		const rows = ['QN,,', 'QN,2026-02-20,', 'CR,2026-02-20,', 'CR,2026-02-20,2026-02-25', 'RP,,2026-03-02'];
		await importRows(
			shop,
			rows.map((more, index) => `custom,Maria ${index},2026-03-20,${more}`),
			{ titles: 'Type,Customer,Promised date,Status,Taken in,In status since' }
		);
		const { cards } = await readBoard(shop.deps, shop.ana);
		const noon = (day: string) => instantOn('UTC', day, 12 * 60);
		const days = cards
			.toSorted((a, b) => a.number - b.number)
			.map(({ createdAt, statusSince }) => [createdAt, statusSince]);
		expect(days).toEqual([
			[NOW, NOW],
			[noon('2026-02-20'), noon('2026-02-20')],
			[noon('2026-02-20'), NOW],
			[noon('2026-02-20'), noon('2026-02-25')],
			[NOW, NOW]
		]);
	});

	test('[I7, G4] on hold resumes where it was held from, with the days that it had then', async () => {
		const header = 'Type,Customer,Promised date,Status,Hold reason,Held from,In status since';
		const { jobs } = await importRows(
			shop,
			['repair,Maria,2026-03-20,On hold,Clasp is on order,In production,2026-02-20'],
			{ titles: header }
		);
		const number = jobs[0]!.number!;
		expect((await readJob(shop.deps, shop.ana, number)).hold).toEqual({
			reason: 'other',
			note: 'Clasp is on order',
			until: null,
			from: 'IP'
		});
		shop.clock.pass(DAY);
		const { card } = await moveJob(shop.deps, shop.ana, number, { ...mutation(), from: 'OH', to: 'IP' });
		expect(card).toMatchObject({ status: 'IP', hold: null, statusSince: shop.clock.now() });
	});

	test('[I6] that is overdue arrives so', async () => {
		const { outcome, warnings } = await importRows(shop, [jobRow('1', { day: '2026-02-01' })]);
		expect({ outcome, warnings }).toMatchObject({
			outcome: 'imported',
			warnings: [{ line: 2, column: 'Promised date' }]
		});
	});
});

describe('[J2] beside others', () => {
	test('imported and created jobs share the numbers without a gap', async () => {
		const customerId = await buildContact(shop.sql, shop.ana.shopId);
		const create = () =>
			createJob(shop.deps, shop.ana, { ...mutation(), type: 'repair', customerId, promisedOn: '2026-03-20' });
		const both = Promise.all([
			create(),
			create(),
			importRows(shop, jobRows(60)),
			create(),
			create(),
			importRows(
				shop,
				jobRows(5).map((line) => `B${line}`)
			),
			create()
		]);
		await both;
		const rows = await shop.sql<
			{ number: number }[]
		>`select number from jobs where shop_id = ${shop.ana.shopId} order by number`;
		expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 70 }, (_, index) => index + 1));
		const versions = (await shop.changes()).map(({ version }) => version);
		expect(versions).toEqual(Array.from({ length: 70 }, (_, index) => index + 2));
	});
});
