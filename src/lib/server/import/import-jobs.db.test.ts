import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { readBoard } from '#lib/server/board/read-board.ts';
import { readJob } from '#lib/server/jobs/read-job.ts';
import { buildContact, buildPerson, buildShop } from '#tests/support/factories.ts';
import { asBytes, importRows, jobRow, jobRows, PLAIN } from '#tests/support/job-file.ts';
import { testShop } from '#tests/support/test-shop.ts';
import { importJobs } from './import-jobs.ts';

const shop = testShop();
const stored = async () => {
	const [counts] = await shop.sql`
		select version, last_job_number,
			(select count(*) from jobs where shop_id = ${shop.ana.shopId}) as jobs,
			(select count(*) from job_events where shop_id = ${shop.ana.shopId}) as events,
			(select count(*) from contacts where shop_id = ${shop.ana.shopId}) as contacts
		from shops where id = ${shop.ana.shopId}`;
	return counts;
};

const waitingForLocks = async () => {
	const [row] = await shop.sql<{ waiting: number }[]>`
		select count(*)::int as waiting from pg_stat_activity
		where datname = current_database() and wait_event_type = 'Lock'`;
	return row?.waiting;
};

describe('importing jobs', () => {
	test('[I1] with a problem in the last row writes nothing, and names every problem', async () => {
		const before = await stored();
		const report = await importRows(shop, [
			...jobRows(40),
			jobRow('A-41', { status: 'Polishing' }),
			jobRow('A-3', { day: 'soon' })
		]);
		expect(report).toMatchObject({ outcome: 'refused', jobs: [], contacts: [], rows: 42 });
		expect(report.problems.map(({ line, column }) => [line, column])).toEqual([
			[42, 'Status'],
			[43, 'Old number'],
			[43, 'Promised date']
		]);
		expect(await stored()).toEqual(before);
	});

	test('[I1, J2] that fails while it is written leaves no number used and nothing behind', async () => {
		const before = await stored();
		await shop.sql`alter table job_events add constraint breaks check (job_number < 700) not valid`;
		await expect(importRows(shop, jobRows(800))).rejects.toThrow('breaks');
		await shop.sql`alter table job_events drop constraint breaks`;
		expect(await stored()).toEqual(before);
		const { jobs } = await importRows(shop, [jobRow('A-1')]);
		expect(jobs).toMatchObject([{ line: 2, number: 1 }]);
	});

	test('[I2] for a look says the same and writes nothing', async () => {
		const before = await stored();
		const look = await importRows(shop, jobRows(3), { dryRun: true });
		expect(await stored()).toEqual(before);
		const real = await importRows(shop, jobRows(3));
		expect(look).toEqual({
			...real,
			outcome: 'checked',
			jobs: real.jobs.map((job) => ({ ...job, number: null }))
		});
	});

	test('[I3] twice is importing once; of a file that has grown only what is new comes', async () => {
		await importRows(shop, jobRows(3));
		const before = await stored();
		expect(await importRows(shop, jobRows(3))).toMatchObject({
			outcome: 'imported',
			jobs: [],
			contacts: [],
			there: [
				{ line: 2, as: '#000001' },
				{ line: 3, as: '#000002' },
				{ line: 4, as: '#000003' }
			]
		});
		expect(await stored()).toEqual(before);
		const grown = await importRows(shop, [jobRow('A-0', { customer: 'Tom' }), ...jobRows(4)]);
		expect(grown.jobs).toMatchObject([
			{ line: 2, number: 4 },
			{ line: 6, number: 5 }
		]);
		expect(grown.contacts).toEqual([{ line: 2, name: 'Tom' }]);
	});

	test('[I3] a job with a number is known whatever its row says now, even what is wrong; one without by all that it says', async () => {
		await importRows(shop, [
			jobRow('A-1', { title: 'Ring' }),
			jobRow('', { title: 'Chain' }),
			jobRow('', { title: 'Chain' })
		]);
		const again = await importRows(shop, [
			jobRow('a-1', { day: 'nonsense' }),
			jobRow('', { title: 'Chain' }),
			jobRow('', { title: 'Chain 45 cm' })
		]);
		expect(again).toMatchObject({
			outcome: 'imported',
			there: [{ line: 2 }, { line: 3 }],
			jobs: [{ line: 4, number: 4 }]
		});
	});

	test('[I3] at the same time twice is importing once', async () => {
		const reports = await Promise.all([importRows(shop, jobRows(30)), importRows(shop, jobRows(30))]);
		expect(reports.map(({ jobs, there }) => [jobs.length, there.length]).sort()).toEqual([
			[0, 30],
			[30, 0]
		]);
		expect(await stored()).toMatchObject({ jobs: '30', events: '30', last_job_number: 30, contacts: '1' });
	});

	test('[I9, P1] never means another shop’s people or contacts', async () => {
		const other = await buildShop(shop.sql);
		await buildPerson(shop.sql, other, { name: 'Zoe Lang' });
		await buildContact(shop.sql, other, { name: 'Maria', phone: '555 123 456' });
		await buildContact(shop.sql, other, { name: 'Castwell', roles: ['vendor'] });
		const refused = await importRows(shop, [`${jobRow('A-1')},Zoe Lang`], { more: ',Salesperson' });
		expect(refused.problems).toMatchObject([{ line: 2, column: 'Salesperson' }]);
		const taken = await importRows(shop, [
			jobRow('A-1', { phone: '555 123 456', vendor: 'Castwell', status: 'AVQ' })
		]);
		expect(taken.contacts.map(({ name }) => name)).toEqual(['Maria', 'Castwell']);
	});

	test('[I3, P1] the same file in another shop is another file', async () => {
		const zoe = await buildPerson(shop.sql, await buildShop(shop.sql), { name: 'Zoe Lang' });
		await importRows(shop, jobRows(2));
		expect((await importRows(shop, jobRows(2), { by: zoe })).jobs).toMatchObject([
			{ number: 1 },
			{ number: 2 }
		]);
	});

	test('[I4, S4] does not mean archived contacts, nor vendors where a customer is named', async () => {
		const { shopId } = shop.ana;
		await buildContact(shop.sql, shopId, { name: 'Maria', phone: '555 123 456', archived: true });
		await buildContact(shop.sql, shopId, { name: 'Maria', roles: ['vendor'], phone: '555 123 456' });
		const { contacts, jobs } = await importRows(shop, [jobRow('A-1', { phone: '555 123 456' })]);
		expect([contacts.length, jobs.length]).toEqual([1, 1]);
	});

	test('[I4, S4] of somebody who is deleted at that very moment is refused, and writes nothing', async () => {
		const id = await buildContact(shop.sql, shop.ana.shopId, { name: 'Maria' });
		const before = await stored();
		const deleting = await shop.sql.reserve();
		await deleting`begin`;
		await deleting`delete from contacts where shop_id = ${shop.ana.shopId} and id = ${id}`;
		const refused = expect(importRows(shop, jobRows(1))).rejects.toMatchObject({ code: 'contact.changed' });
		await expect.poll(waitingForLocks).toBe(1);
		await deleting`commit`;
		deleting.release();
		await refused;
		expect(await stored()).toEqual({ ...before, contacts: '0' });
	});

	test('[I4, S1] copies the customer who is there, and changes them not', async () => {
		const id = await buildContact(shop.sql, shop.ana.shopId, {
			name: 'María',
			phone: '+1 555 0100',
			email: 'm@example.test'
		});
		const { contacts, warnings, jobs } = await importRows(shop, [
			jobRow('A-1', { customer: 'maria', phone: '1-555-0100' })
		]);
		expect({ contacts, warnings }).toEqual({ contacts: [], warnings: [] });
		expect(await readJob(shop.deps, shop.ana, jobs[0]!.number!)).toMatchObject({
			customerId: id,
			customerSnapshot: { name: 'María', phone: '+1 555 0100', email: 'm@example.test' }
		});
	});

	test.each(['salesperson', 'jeweler', 'viewer'] as const)('[I9, W13] is not for a %s', async (role) => {
		const person = await buildPerson(shop.sql, shop.ana.shopId, { role });
		await expect(importRows(shop, jobRows(1), { by: person })).rejects.toMatchObject({ code: 'forbidden' });
	});
});

describe('the example', () => {
	let example: Uint8Array;
	beforeEach(() => {
		example = readFileSync('static/import-example-jobs.csv');
		shop.clock.set('2026-11-25T10:00:00.000Z');
	});

	test('is imported as it is, with a job in every column', async () => {
		const report = await importJobs(shop.deps, shop.ana, example, PLAIN);
		expect(report).toMatchObject({ outcome: 'imported', problems: [], rows: 8 });
		expect(report.columns.filter(({ field }) => field === null)).toEqual([]);
		const { cards } = await readBoard(shop.deps, shop.ana);
		expect(new Set(cards.map(({ status }) => status)).size).toBe(6);
		expect(report.contacts).toHaveLength(7);
	});

	test('[I3] comes once, whatever a spreadsheet makes of its line ends and delimiters', async () => {
		await importJobs(shop.deps, shop.ana, example, PLAIN);
		const text = new TextDecoder().decode(example).replaceAll('\n', '\r\n');
		const again = await importJobs(shop.deps, shop.ana, asBytes(`\ufeff${text}`), PLAIN);
		expect([again.jobs.length, again.there.length]).toEqual([0, 8]);
	});
});
