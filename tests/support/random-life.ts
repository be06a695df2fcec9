import { isEdge, STATUSES, type Status } from '#lib/jobs/status.ts';
import { addDays, type Instant } from '#lib/kernel/dates.ts';
import type { Random } from '#lib/server/demo/random.ts';
import { closeJob } from '#lib/server/jobs/close-job.ts';
import { createJob } from '#lib/server/jobs/create-job.ts';
import { deleteJob } from '#lib/server/jobs/delete-job.ts';
import { moveJob } from '#lib/server/jobs/move-job.ts';
import { reopenJob } from '#lib/server/jobs/reopen-job.ts';
import { undoMove } from '#lib/server/jobs/undo-move.ts';
import { buildContact } from './factories.ts';
import { mutation, type TestShop } from './test-shop.ts';

/** One step of a job, as whoever made it remembers it; `to` is `null` when the job left the board. */
export interface LivedStep {
	at: Instant;
	kind: 'created' | 'moved' | 'closed' | 'reopened';
	to: Status | null;
	outcome?: 'picked_up' | 'cancelled';
}

export interface LivedJob {
	number: number;
	/** What was undone is not among them, nor are re-orders. */
	steps: LivedStep[];
	status: Status;
	isOpen: boolean;
	isDeleted: boolean;
}

const HOUR = 3_600_000;

/** Lets jobs live at random through the product's own use cases, and remembers in its own way what happened to them. */
export async function liveAtRandom(shop: TestShop, random: Random, acts: number): Promise<LivedJob[]> {
	const customerId = await buildContact(shop.sql, shop.ana.shopId, { phone: '+1 555 0100' });
	const vendorId = await buildContact(shop.sql, shop.ana.shopId, { name: 'Castwell', roles: ['vendor'] });
	const jobs: LivedJob[] = [];
	for (let act = 0; act < acts; act++) {
		shop.clock.pass(random.below(random.below(3) === 0 ? 48 * HOUR : HOUR / 6));
		const living = jobs.filter(({ isDeleted }) => !isDeleted);
		if (living.length < 4 || random.below(6) === 0) jobs.push(await takeIn(shop, random, customerId));
		else await actOn(shop, random.pick(living), random, vendorId);
	}
	return jobs;
}

async function takeIn(shop: TestShop, random: Random, customerId: string): Promise<LivedJob> {
	// Two days ahead at least, so that no time zone takes it for the past.
	const promisedOn = addDays(shop.clock.now().slice(0, 10), 2 + random.below(90));
	const input = { type: 'repair', customerId, promisedOn } as const;
	const { job } = await createJob(shop.deps, shop.ana, { ...mutation(), ...input });
	const created: LivedStep = { at: shop.clock.now(), kind: 'created', to: 'QN' };
	return {
		number: job.number,
		steps: [created],
		status: 'QN',
		isOpen: true,
		isDeleted: false
	};
}

async function actOn(shop: TestShop, job: LivedJob, random: Random, vendorId: string): Promise<void> {
	const { deps, ana } = shop;
	const at = shop.clock.now();
	const { number } = job;
	if (random.below(40) === 0) {
		await deleteJob(deps, ana, number, mutation());
		job.isDeleted = true;
	} else if (!job.isOpen) {
		await reopenJob(deps, ana, number, mutation());
		Object.assign(job, { isOpen: true });
		job.steps.push({ at, kind: 'reopened', to: job.status });
	} else if (random.below(9) === 0) {
		const outcome = job.status === 'RP' ? 'picked_up' : 'cancelled';
		await closeJob(deps, ana, number, { ...mutation(), outcome, reason: 'Because' });
		Object.assign(job, { isOpen: false });
		job.steps.push({ at, kind: 'closed', to: null, outcome });
	} else if (random.below(6) === 0) {
		await moveJob(deps, ana, number, { ...mutation(), from: job.status, to: job.status });
	} else await moveOn(shop, job, random, vendorId);
}

async function moveOn(shop: TestShop, job: LivedJob, random: Random, vendorId: string): Promise<void> {
	const { deps, ana } = shop;
	const { number, status: from } = job;
	const to = random.pick(STATUSES.filter((status) => isEdge(from, status)));
	const more = {
		...(to === 'OH' && { hold: { reason: 'stones' as const } }),
		...(to === 'AVQ' && { vendorId })
	};
	await moveJob(deps, ana, number, { ...mutation(), from, to, ...more });
	job.steps.push({ at: shop.clock.now(), kind: 'moved', to });
	job.status = to;
	if (random.below(5) > 0) return;
	await undoMove(deps, ana, number, mutation());
	job.steps.pop();
	job.status = from;
}
