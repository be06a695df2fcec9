import type { PlannedJob } from '#lib/import/plan-jobs.ts';
import type { Status } from '#lib/jobs/status.ts';
import { instantOn, type Day, type Instant } from '#lib/kernel/dates.ts';
import { rankBetween, type Rank } from '#lib/kernel/rank.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { Transaction } from '#lib/server/db/transaction.ts';
import { findGap } from '#lib/server/jobs/column-gap.ts';
import { insertJobs, nextNumber } from '#lib/server/jobs/insert-job.ts';
import { newJob, type Entry } from '#lib/server/jobs/new-job.ts';
import { detailsFor } from '#lib/server/jobs/read-job.ts';
import { recordChanges, type LoggedChange } from '#lib/server/jobs/record-changes.ts';
import { jobRowId } from './row-id.ts';

/**
 * J2, W11, W12: takes the jobs of a file in, each as `createJob` does it: numbers and versions in the file's order,
 * one entry in the history for each. They stand on top of their columns, the first row topmost. Returns their numbers. From
 * the first statement to the commit the shop's other changes wait: about a second for 5,000 jobs, which is the most.
 */
export async function enterJobs(
	tx: Transaction,
	actor: Actor,
	jobs: readonly PlannedJob[],
	{ at, timeZone }: { at: Instant; timeZone: string }
): Promise<number[]> {
	if (jobs.length === 0) return [];
	const first = await nextNumber(tx, actor.shopId, jobs.length);
	const ranks = await ranksOnTop(
		tx,
		actor.shopId,
		jobs.map(({ draft }) => draft.status)
	);
	const entered = jobs.map((job, index) => {
		const place = { number: first.number + index, version: first.version + index, rank: ranks[index] ?? '' };
		return enter(actor, job, { ...place, ...standingOf(job, at, timeZone) }, at);
	});
	await insertJobs(
		tx,
		actor.shopId,
		entered.map(({ details }) => details)
	);
	await recordChanges(
		tx,
		actor,
		entered.map(({ logged }) => logged)
	);
	return entered.map(({ details }) => details.number);
}

function enter(actor: Actor, job: PlannedJob, entry: Entry, at: Instant) {
	const { draft, customer, salesperson, jeweler, vendor } = job;
	const mutationId = jobRowId(actor.shopId, draft);
	const input = { ...draft.text, mutationId, customerId: customer.id };
	const { card, details } = newJob(input, { customer, salesperson, jeweler, vendor }, entry);
	const { version, number, status } = card;
	const logged: LoggedChange = {
		change: { version, at, number, kind: 'created', set: card, mutationId },
		fact: { kind: 'created', status },
		answer: { version, job: detailsFor(actor, details) }
	};
	return { details, logged };
}

/**
 * G2: since when the days count. Without a day of its own a status counts from now, except Quote needed, in which a job has
 * been since it was taken in. A day stands for its noon.
 */
function standingOf(
	{ draft }: PlannedJob,
	now: Instant,
	timeZone: string
): Pick<Entry, 'status' | 'statusSince' | 'hold' | 'createdAt'> {
	const noonOf = (day: Day | null) => {
		const noon = day && instantOn(timeZone, day, 12 * 60);
		return noon && noon < now ? noon : now;
	};
	const { status, hold, takenInOn, inStatusSince } = draft;
	const since = inStatusSince ?? (status === 'QN' ? takenInOn : null);
	return { status, hold, createdAt: noonOf(takenInOn), statusSince: noonOf(since) };
}

/** W12: places above all others of each column, in the order given. */
async function ranksOnTop(tx: Transaction, shopId: string, statuses: readonly Status[]): Promise<Rank[]> {
	const tops = new Map<Status, Rank | null>();
	for (const status of new Set(statuses)) {
		const { below } = await findGap(tx, shopId, status, { number: 0 });
		tops.set(status, below);
	}
	return statuses
		.toReversed()
		.map((status) => {
			const rank = rankBetween(null, tops.get(status) ?? null);
			tops.set(status, rank);
			return rank;
		})
		.toReversed();
}
