import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_AGING, agingOf } from '#lib/jobs/aging.ts';
import { HOLD_REASONS } from '#lib/jobs/job.ts';
import { STATUSES, isEdge } from '#lib/jobs/status.ts';
import { folderStore } from '#lib/server/attachments/folder-store.ts';
import { attachments, contacts, jobEvents, jobs, shops } from '#lib/server/db/schema.ts';
import { testDatabase, type TestDatabase } from '#tests/support/postgres.ts';
import { loadDemoShop } from './load-demo-shop.ts';

const now = new Date('2026-11-23T15:30:00.000Z');
const timeZone = 'America/New_York';
const settings = { ...DEFAULT_AGING, timeZone };

let database: TestDatabase;
let folder = '';
beforeAll(async () => {
	database = await testDatabase();
	folder = await mkdtemp(join(tmpdir(), 'benchboard-demo-'));
});
afterAll(async () => {
	await database.close();
	await rm(folder, { recursive: true });
});

const load = (jobs?: number) =>
	loadDemoShop(database.db, { jobs, now, timeZone, store: folderStore(folder) });
const empty = () => database.sql`truncate shops cascade`;

async function content() {
	const rows = await database.db.select().from(jobs).orderBy(jobs.number);
	return rows.map(
		({ number, status, rank, title, customerName, promisedOn, statusSince, holdReason, outcome }) =>
			[
				number,
				status,
				rank,
				title,
				customerName,
				promisedOn,
				statusSince.toISOString(),
				holdReason,
				outcome
			].join('|')
	);
}

describe('[P2] the sample shop', () => {
	it('fills an empty installation once', async () => {
		expect(await load()).not.toBeNull();
		expect(await load()).toBeNull();
		expect(await database.db.select().from(shops)).toHaveLength(1);
	});

	it('covers every status, hold reason and aging boundary on the board', async () => {
		const open = await database.db.select().from(jobs).where(isNull(jobs.closedAt));
		expect(open).toHaveLength(60);
		expect(new Set(open.map(({ status }) => status))).toEqual(new Set(STATUSES));
		expect(new Set(open.flatMap(({ holdReason }) => holdReason ?? []))).toEqual(new Set(HOLD_REASONS));
		const ages = open.map((job) => ({
			status: job.status,
			...agingOf(
				{ ...job, statusSince: job.statusSince.toISOString(), hold: { until: job.holdUntil } },
				now.toISOString(),
				settings
			)
		}));
		for (const status of STATUSES) {
			const threshold = DEFAULT_AGING.thresholds[status];
			if (!threshold) continue;
			const days = new Set(ages.filter((age) => age.status === status).map((age) => age.days));
			for (const boundary of [threshold.amber - 1, threshold.amber, threshold.red - 1, threshold.red]) {
				expect(days, `${status} at ${boundary} days`).toContain(boundary);
			}
		}
		const due = new Set(ages.map((age) => age.due.days));
		for (const boundary of [-1, 0, 1, 3, 4]) expect(due).toContain(boundary);
	});

	it('[W2, W11] gives each job a history that could have happened, without gaps', async () => {
		const log = await database.db.select().from(jobEvents).orderBy(jobEvents.version);
		const [shop] = await database.db.select().from(shops);
		expect(log.map(({ version }) => version)).toEqual(log.map((_, index) => index + 1));
		expect(shop?.version).toBe(log.length);
		for (const [index, event] of log.entries()) {
			if (event.fact.kind === 'moved') expect(isEdge(event.fact.from, event.fact.to)).toBe(true);
			expect(event.at.getTime()).toBeLessThanOrEqual(now.getTime());
			expect(event.at.getTime()).toBeGreaterThanOrEqual(log[index - 1]?.at.getTime() ?? 0);
		}
		for (const job of await database.db.select().from(jobs)) {
			const own = log.filter(({ jobNumber }) => jobNumber === job.number);
			expect(own[0]?.kind).toBe('created');
			expect(own.at(-1)?.version).toBe(job.version);
			const last = own.findLast(({ fact }) => fact.kind === 'moved' || fact.kind === 'created')?.fact;
			expect(last?.kind === 'moved' ? last.to : 'QN').toBe(job.status);
		}
	});

	it('has the people that a shop meets', async () => {
		const all = await database.db.select().from(contacts);
		expect(all.some(({ taxExempt }) => taxExempt)).toBe(true);
		expect(all.some(({ roles }) => roles.length === 2)).toBe(true);
		expect(all.some(({ name }) => /\p{Script=Hebrew}/u.test(name))).toBe(true);
		expect(all.some(({ name }) => name.includes('’'))).toBe(true);
	});

	it('[A3] keeps its pictures in the store, each with its thumbnail', async () => {
		const rows = await database.db.select().from(attachments);
		const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
			entry.isFile()
		);
		expect(rows.length).toBeGreaterThan(10);
		expect(files).toHaveLength(rows.length * 2);
		const covered = await database.db
			.select()
			.from(jobs)
			.where(and(eq(jobs.images, 1)));
		expect(covered).toHaveLength(rows.length);
	});

	it('is the same for the same day, and scales', async () => {
		const first = await content();
		await empty();
		await load();
		expect(await content()).toEqual(first);
		await empty();
		await load(700);
		expect(await database.db.select().from(jobs).where(isNull(jobs.closedAt))).toHaveLength(700);
	});
});
