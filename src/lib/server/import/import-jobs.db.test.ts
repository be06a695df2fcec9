import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { cardOf } from '#lib/board/card.ts';
import { DAY } from '#tests/support/test-deps.ts';
import { instantOn } from '#lib/kernel/dates.ts';
import { readBoard } from '#lib/server/board/read-board.ts';
import { createJob } from '#lib/server/jobs/create-job.ts';
import { moveJob } from '#lib/server/jobs/move-job.ts';
import { readHistory } from '#lib/server/jobs/read-history.ts';
import { readJob } from '#lib/server/jobs/read-job.ts';
import { buildContact, buildPerson, buildShop } from '#tests/support/factories.ts';
import { mutation, NOW, testShop } from '#tests/support/test-shop.ts';
import { importJobs } from './import-jobs.ts';
import type { ImportOptions } from './import-options.ts';

const shop = testShop();
const PLAIN: ImportOptions = { mappings: [], dateOrder: null, decimal: '.', dryRun: false };
const HEADER = 'Old number,Type,Customer,Title,Status,Promised date,Customer phone,Vendor';
const row = (
	number: string,
	more: {
		customer?: string;
		title?: string;
		status?: string;
		day?: string;
		phone?: string;
		vendor?: string;
	} = {}
) =>
	[
		number,
		'custom',
		more.customer ?? 'Maria',
		more.title ?? '',
		more.status ?? '',
		more.day ?? '2026-03-20',
		more.phone ?? '',
		more.vendor ?? ''
	].join(',');
const bytes = (text: string) => new TextEncoder().encode(text);
const importing = (rows: string[], options: Partial<ImportOptions> = {}, actor = shop.ana, header = HEADER) =>
	importJobs(shop.deps, actor, bytes([header, ...rows].join('\n')), { ...PLAIN, ...options });
const count = (rows: number, more: Parameters<typeof row>[1] = {}) =>
	Array.from({ length: rows }, (_, index) => row(`A-${index + 1}`, { title: `Piece ${index + 1}`, ...more }));
const stored = async () => {
	const [counts] = await shop.sql`
		select version, last_job_number,
			(select count(*) from jobs where shop_id = ${shop.ana.shopId}) as jobs,
			(select count(*) from job_events where shop_id = ${shop.ana.shopId}) as events,
			(select count(*) from contacts where shop_id = ${shop.ana.shopId}) as contacts
		from shops where id = ${shop.ana.shopId}`;
	return counts;
};

describe('importing jobs', () => {
	test('[I1] with a problem in the last row writes nothing, and names every problem', async () => {
		const before = await stored();
		const report = await importing([
			...count(40),
			row('A-41', { status: 'Polishing' }),
			row('A-3', { day: 'soon' })
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
		await expect(importing(count(800))).rejects.toThrow('breaks');
		await shop.sql`alter table job_events drop constraint breaks`;
		expect(await stored()).toEqual(before);
		const { jobs } = await importing([row('A-1')]);
		expect(jobs).toMatchObject([{ line: 2, number: 1 }]);
	});

	test('[I2] for a look says the same and writes nothing', async () => {
		const before = await stored();
		const look = await importing(count(3), { dryRun: true });
		expect(await stored()).toEqual(before);
		const real = await importing(count(3));
		expect(look).toEqual({
			...real,
			outcome: 'checked',
			jobs: real.jobs.map((job) => ({ ...job, number: null }))
		});
	});

	test('[I3] twice is importing once; of a file that has grown only what is new comes', async () => {
		await importing(count(3));
		const before = await stored();
		expect(await importing(count(3))).toMatchObject({
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
		const grown = await importing([row('A-0', { customer: 'Tom' }), ...count(4)]);
		expect(grown.jobs).toMatchObject([
			{ line: 2, number: 4 },
			{ line: 6, number: 5 }
		]);
		expect(grown.contacts).toEqual([{ line: 2, name: 'Tom' }]);
	});

	test('[I3] a job with a number is known whatever its row says now, even what is wrong; one without by all that it says', async () => {
		await importing([
			row('A-1', { title: 'Ring' }),
			row('', { title: 'Chain' }),
			row('', { title: 'Chain' })
		]);
		const again = await importing(
			[row('a-1', { day: 'nonsense' }), row('', { title: 'Chain' }), row('', { title: 'Chain, 45 cm' })].map(
				(line) => line.replace('Chain, 45 cm', '"Chain, 45 cm"')
			)
		);
		expect(again).toMatchObject({
			outcome: 'imported',
			there: [{ line: 2 }, { line: 3 }],
			jobs: [{ line: 4, number: 4 }]
		});
	});

	test('[I3] at the same time twice is importing once', async () => {
		const reports = await Promise.all([importing(count(30)), importing(count(30))]);
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
		const header = `${HEADER},Salesperson`;
		const refused = await importing([`${row('A-1')},Zoe Lang`], {}, shop.ana, header);
		expect(refused.problems).toMatchObject([{ line: 2, column: 'Salesperson' }]);
		const taken = await importing([row('A-1', { phone: '555 123 456', vendor: 'Castwell', status: 'AVQ' })]);
		expect(taken.contacts.map(({ name }) => name)).toEqual(['Maria', 'Castwell']);
	});

	test('[I3, P1] the same file in another shop is another file', async () => {
		const zoe = await buildPerson(shop.sql, await buildShop(shop.sql), { name: 'Zoe Lang' });
		await importing(count(2));
		expect((await importing(count(2), {}, zoe)).jobs).toMatchObject([{ number: 1 }, { number: 2 }]);
	});

	test('[I4, S4] does not mean archived contacts, nor vendors where a customer is named', async () => {
		const { shopId } = shop.ana;
		await buildContact(shop.sql, shopId, { name: 'Maria', phone: '555 123 456', archived: true });
		await buildContact(shop.sql, shopId, { name: 'Maria', roles: ['vendor'], phone: '555 123 456' });
		const { contacts, jobs } = await importing([row('A-1', { phone: '555 123 456' })]);
		expect([contacts.length, jobs.length]).toEqual([1, 1]);
	});

	test('[I4, S1] copies the customer who is there, and changes them not', async () => {
		const id = await buildContact(shop.sql, shop.ana.shopId, {
			name: 'María',
			phone: '+1 555 0100',
			email: 'm@example.test'
		});
		const { contacts, warnings, jobs } = await importing([
			row('A-1', { customer: 'maria', phone: '1-555-0100' })
		]);
		expect({ contacts, warnings }).toEqual({ contacts: [], warnings: [] });
		expect(await readJob(shop.deps, shop.ana, jobs[0]!.number!)).toMatchObject({
			customerId: id,
			customerSnapshot: { name: 'María', phone: '+1 555 0100', email: 'm@example.test' }
		});
	});

	test.each(['salesperson', 'jeweler', 'viewer'] as const)('[I9, W13] is not for a %s', async (role) => {
		const person = await buildPerson(shop.sql, shop.ana.shopId, { role });
		await expect(importing(count(1), {}, person)).rejects.toMatchObject({ code: 'forbidden' });
	});
});

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
		const report = await importing(
			[`${row('7', { title: 'Ring', phone: '555 123 456', vendor: 'Castwell' })},Gold`],
			{},
			shop.ana,
			`${HEADER},Metal`
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
		await importing([row('1', { status: 'IP' }), row('2'), row('3', { status: 'IP' }), row('4')]);
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
		await importing(
			rows.map((more, index) => `custom,Maria ${index},2026-03-20,${more}`),
			{},
			shop.ana,
			'Type,Customer,Promised date,Status,Taken in,In status since'
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
		const { jobs } = await importing(
			['repair,Maria,2026-03-20,On hold,Clasp is on order,In production,2026-02-20'],
			{},
			shop.ana,
			header
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
		const { outcome, warnings } = await importing([row('1', { day: '2026-02-01' })]);
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
			importing(count(60)),
			create(),
			create(),
			importing(count(5).map((line) => `B${line}`)),
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
		const again = await importJobs(shop.deps, shop.ana, bytes(`\ufeff${text}`), PLAIN);
		expect([again.jobs.length, again.there.length]).toEqual([0, 8]);
	});
});
