import { beforeEach, describe, expect, test } from 'vitest';
import { SORTS, type Sort } from '#lib/finding/sorts.ts';
import { PARTIES, waitingOn } from '#lib/board/waiting-on.ts';
import { DUE_FILTERS, isDue } from '#lib/finding/due-filter.ts';
import { agingOf, DEFAULT_AGING, isRed } from '#lib/jobs/aging.ts';
import type { ListJobsInput } from '#lib/jobs/list-input.ts';
import { HOLD_REASONS, OUTCOMES } from '#lib/jobs/job.ts';
import { STATUSES } from '#lib/jobs/status.ts';
import { addDays } from '#lib/kernel/dates.ts';
import { seeded } from '#lib/server/demo/random.ts';
import {
	buildContact,
	buildPerson,
	buildShop,
	type JobParts,
	type Person
} from '#tests/support/factories.ts';
import { NOW, testShop } from '#tests/support/test-shop.ts';
import { listJobs } from './list-jobs.ts';

const shop = testShop();
const page = (input: Partial<ListJobsInput> = {}) => listJobs(shop.deps, shop.ana, { limit: 50, ...input });
const numbers = async (input: Partial<ListJobsInput> = {}) =>
	(await page(input)).jobs.map(({ number }) => number);

/** A job that differs from others in everything that lists are ordered by, with many ties. */
function anyJob(random: ReturnType<typeof seeded>, salespeople: readonly Person[]): JobParts {
	const status = random.pick(STATUSES);
	const outcome = random.below(3) === 0 ? random.pick(OUTCOMES) : null;
	return {
		status,
		promisedOn: addDays('2026-03-02', random.below(12) - 6),
		statusSince: `2026-02-${10 + random.below(9)}T09:00:00.000Z`,
		title: 'Ring',
		columns: {
			customer_name: random.pick(['Åsa', 'asa', 'Zoë', 'Bo', 'דנה', 'émile', 'Emile']),
			salesperson_id: random.pick(salespeople).id,
			version: 1 + random.below(5),
			rush: random.below(4) === 0,
			...(outcome && { outcome, closed_at: NOW, closing_reason: 'Because' })
		}
	};
}

async function everyPage(input: Partial<ListJobsInput>, between: () => Promise<unknown>): Promise<number[]> {
	const found: number[] = [];
	for (let cursor: string | null = null; ; await between()) {
		const { jobs, next } = await page({ ...input, limit: 7, ...(cursor !== null && { cursor }) });
		found.push(...jobs.map(({ number }) => number));
		if (next === null) return found;
		cursor = next;
	}
}

describe('[L1] the pages of a list', () => {
	let salespeople: Person[];
	const random = seeded(20260302);
	beforeEach(async () => {
		const hire = (name: string) => buildPerson(shop.sql, shop.ana.shopId, { name });
		salespeople = [await hire('Bo'), await hire('Åsa'), await hire('Zoë')];
		for (let i = 0; i < 30; i++) await shop.build(anyJob(random, salespeople));
	});

	const lists: Partial<ListJobsInput>[] = [
		...SORTS.filter((sort) => sort !== 'match').map((sort: Sort) => ({ sort })),
		{ q: 'ring' },
		{ q: 'ring', sort: 'customer' },
		{ q: 'asa', sort: 'salesperson' },
		{ closed: false, sort: '-status' }
	];
	test.each(lists)('of %j hold every job once and in order, while others come in', async (list) => {
		const before = await numbers({ ...list, limit: 200 });
		const walked = await everyPage(list, () => shop.build(anyJob(random, salespeople)));
		expect(new Set(walked).size).toBe(walked.length);
		expect(walked.filter((number) => before.includes(number))).toEqual(before);
	});

	test.each(lists)('of %j lead back as they led on', async (list) => {
		const pages: number[][] = [];
		let at = await page({ ...list, limit: 7 });
		expect(at.previous).toBeNull();
		for (; at.next !== null; at = await page({ cursor: at.next, limit: 7 }))
			pages.push(at.jobs.map(({ number }) => number));
		for (; at.previous !== null;) {
			at = await page({ cursor: at.previous, limit: 7 });
			expect(at.jobs.map(({ number }) => number)).toEqual(pages.pop());
		}
		expect(pages).toEqual([]);
	});
});

describe('[L1] the order', () => {
	test('by customer goes by letters, not by accents or case', async () => {
		const names = ['émile', 'Zoë', 'Emil', 'Åsa', 'bo'];
		const jobs: number[] = [];
		for (const name of names) jobs.push(await shop.build({ columns: { customer_name: name } }));
		const sorted = ['Åsa', 'bo', 'Emil', 'émile', 'Zoë'].map((name) => jobs[names.indexOf(name)]);
		expect(await numbers({ sort: 'customer' })).toEqual(sorted);
		expect(await numbers({ sort: '-customer' })).toEqual(sorted.reverse());
	});

	test('by status is the board’s, with closed jobs behind it', async () => {
		const closed = { closed_at: NOW, outcome: 'picked_up' };
		const jobs = [
			await shop.build({ status: 'QN', columns: closed }),
			await shop.build({ status: 'OH' }),
			await shop.build({ status: 'RP' }),
			await shop.build({ status: 'QN' })
		];
		expect(await numbers({ sort: 'status' })).toEqual(jobs.reverse());
	});

	test('[G2] by days goes by the aging clock; closed jobs come last either way', async () => {
		const closed = await shop.build({ columns: { closed_at: NOW, outcome: 'picked_up' } });
		const long = await shop.build({ statusSince: '2026-01-01T09:00:00.000Z' });
		const short = await shop.build({ statusSince: '2026-03-01T09:00:00.000Z' });
		expect(await numbers({ sort: 'days' })).toEqual([short, long, closed]);
		expect(await numbers({ sort: '-days' })).toEqual([long, short, closed]);
	});
});

describe('[L2] the filters', () => {
	test('[G1, G2, G6] by age are those of the badges, whatever the time zone', async () => {
		const random = seeded(7);
		for (let i = 0; i < 60; i++) await shop.build(anyJob(random, [shop.ana]));
		for (const timeZone of ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
			await shop.sql`update shops set time_zone = ${timeZone} where id = ${shop.ana.shopId}`;
			for (const now of [
				'2026-03-02T00:30:00.000Z',
				'2026-03-02T10:00:00.000Z',
				'2026-03-02T23:30:00.000Z'
			]) {
				shop.clock.set(now);
				const { jobs } = await page({ limit: 200, closed: false });
				const clock = { now, aging: { ...DEFAULT_AGING, timeZone } };
				const expectListed = async (
					input: Partial<ListJobsInput>,
					passes: (job: (typeof jobs)[number]) => boolean
				) => {
					const expected = jobs.filter(passes);
					expect(expected.length, JSON.stringify(input)).toBeGreaterThan(0);
					expect(await numbers({ ...input, limit: 200 })).toEqual(expected.map(({ number }) => number));
				};
				for (const due of DUE_FILTERS) await expectListed({ due }, (job) => isDue(job, due, clock));
				for (const red of [true, false]) {
					const isMeant = (job: (typeof jobs)[number]) => isRed(agingOf(job, now, clock.aging)) === red;
					await expectListed({ red, closed: false }, isMeant);
				}
			}
		}
	});

	test('[P4] by whom a job waits for are those of the board', async () => {
		const bo = await buildPerson(shop.sql, shop.ana.shopId, { name: 'Bo', role: 'jeweler' });
		const vendorId = await buildContact(shop.sql, shop.ana.shopId, { name: 'Castwell', roles: ['vendor'] });
		for (const status of STATUSES) {
			for (const hold_reason of status === 'OH' ? HOLD_REASONS : [null]) {
				await shop.build({ status, columns: { hold_reason, jeweler_id: bo.id } });
				await shop.build({ status, vendorId, columns: { hold_reason } });
				await shop.build({ status, columns: { hold_reason } });
			}
		}
		const { jobs } = await page({ limit: 200 });
		for (const waiting of PARTIES) {
			const expected = jobs.filter((job) => waitingOn(job) === waiting);
			expect(expected.length).toBeGreaterThan(5);
			expect(await numbers({ waiting, limit: 200 })).toEqual(expected.map(({ number }) => number));
		}
	});

	test('let through what they name', async () => {
		const bo = await buildPerson(shop.sql, shop.ana.shopId, { name: 'Bo', role: 'jeweler' });
		const vendorId = await buildContact(shop.sql, shop.ana.shopId, { name: 'Castwell', roles: ['vendor'] });
		const repair = await shop.build({ columns: { type: 'repair' } });
		const rush = await shop.build({ columns: { rush: true } });
		const vended = await shop.build({ vendorId });
		const benched = await shop.build({ columns: { jeweler_id: bo.id, salesperson_id: bo.id } });
		const closed = await shop.build({ status: 'RP', columns: { closed_at: NOW, outcome: 'picked_up' } });
		const all = [closed, benched, vended, rush, repair];
		const lets: [Partial<ListJobsInput>, number[]][] = [
			[{}, all],
			[{ type: 'repair' }, [repair]],
			[{ rush: true }, [rush]],
			[{ rush: false }, all.filter((number) => number !== rush)],
			[{ vendor: vendorId }, [vended]],
			[{ vendor: 'Castwell' }, [vended]],
			[{ hasVendor: true }, [vended]],
			[{ hasVendor: false }, all.filter((number) => number !== vended)],
			[{ jeweler: bo.id }, [benched]],
			[{ salesperson: bo.id }, [benched]],
			[{ closed: true }, [closed]],
			[{ closed: false }, all.slice(1)],
			[{ status: 'RP' }, [closed]],
			[{ status: 'OH' }, []],
			[{ status: 'RP', due: 'overdue' }, []],
			[{ type: 'custom', rush: true, q: 'maria' }, [rush]]
		];
		for (const [input, expected] of lets)
			expect(await numbers(input), JSON.stringify(input)).toEqual(expected);
	});

	test('[W10, J7] each job says how it was closed and when it last changed', async () => {
		await shop.build({ columns: { closed_at: NOW, outcome: 'cancelled', closing_reason: 'Too dear' } });
		const { jobs } = await page();
		expect(jobs[0]).toMatchObject({
			closing: { outcome: 'cancelled', reason: 'Too dear', at: NOW },
			updatedAt: '2026-02-02T09:00:00.000Z'
		});
	});
});

describe('[L1] a cursor', () => {
	const refusal = { code: 'input.invalid', facts: { fields: { cursor: expect.any(String) as string } } };
	const cursorOf = async (input: Partial<ListJobsInput> = {}) =>
		(await page({ limit: 1, ...input })).next ?? '';
	beforeEach(async () => {
		for (let i = 0; i < 3; i++) await shop.build();
	});

	test('goes on with its own list, with or without its filters', async () => {
		const cursor = await cursorOf({ status: 'QN', sort: 'number' });
		expect(await numbers({ cursor })).toEqual([2, 3]);
		expect(await numbers({ cursor, status: 'QN', sort: 'number' })).toEqual([2, 3]);
	});

	test('is refused with other filters or another order', async () => {
		const cursor = await cursorOf({ status: 'QN' });
		for (const other of [{ status: 'OH' }, { status: 'QN', rush: true }, { sort: 'customer' }] as const)
			await expect(page({ cursor, ...other })).rejects.toMatchObject(refusal);
	});

	test('[P1] is refused in another shop', async () => {
		const cursor = await cursorOf();
		const eve = await buildPerson(shop.sql, await buildShop(shop.sql));
		await expect(listJobs(shop.deps, eve, { cursor, limit: 1 })).rejects.toMatchObject(refusal);
	});

	test('is refused when any of its letters has changed', async () => {
		const cursor = await cursorOf({ q: 'maria' });
		for (let at = 0; at < cursor.length - 1; at++) {
			const changed = cursor.slice(0, at) + (cursor[at] === 'A' ? 'B' : 'A') + cursor.slice(at + 1);
			await expect(page({ cursor: changed }), String(at)).rejects.toMatchObject(refusal);
		}
	});
});

describe('[P1] what the shop does not have', () => {
	test('is named: people and vendors of another shop as well as nobody', async () => {
		const eve = await buildPerson(shop.sql, await buildShop(shop.sql));
		const vendor = await buildContact(shop.sql, eve.shopId, { roles: ['vendor'] });
		const fields = ['salesperson', 'jeweler', 'vendor'].map((name) => [name, expect.any(String) as string]);
		const refusal = { code: 'input.invalid', facts: { fields: Object.fromEntries(fields) as object } };
		for (const [person, contact] of [
			[eve.id, vendor],
			['nobody', 'Nobody & Co']
		] as const) {
			const asked = page({ salesperson: person, jeweler: person, vendor: contact });
			await expect(asked).rejects.toMatchObject(refusal);
		}
	});
});
