import { addDays, dayIn, instantOn, type Day, type Instant } from '#lib/kernel/dates.ts';
import { rankBetween, type Rank } from '#lib/kernel/rank.ts';
import type { Card } from '#lib/board/card.ts';
import type { JobFact } from '#lib/jobs/job-events.ts';
import type { Closing, Standing } from '#lib/jobs/job.ts';
import type { Status } from '#lib/jobs/status.ts';
import { standAfter } from '#lib/jobs/workflow.ts';
import type { Change } from '#lib/realtime/protocol.ts';
import type { Plan, Step } from './plan.ts';
import type { Random } from './random.ts';

/** A job of the sample shop while its life is told. */
export interface DemoJob {
	plan: Plan;
	/** What the board shows; number, place and version are filled in as the life goes on. */
	card: Card;
	vendor: { id: string; name: string } | null;
	heldClock: Instant | null;
	closing: Closing | null;
	/** Who moves it into a status. */
	mover: (to: Status) => { id: string; name: string };
}

export interface DemoEvent {
	change: Change;
	fact: JobFact;
}

interface Moment {
	at: Instant;
	job: DemoJob;
	/** Lets the moment happen to the job and says what happened. */
	tell: () => { fact: JobFact; by: Change['by']; set?: Partial<Card>; gone?: true };
}

/**
 * Lets the jobs live through their plans in the order of time, by the rules of the workflow, and returns the log of
 * it all. Afterwards each job's card stands where its plan ends.
 */
export function tellLife(jobs: DemoJob[], now: Instant, timeZone: string, random: Random): DemoEvent[] {
	const tops = new Map<Status, Rank>();
	const onTop = (status: Status): Rank => {
		const rank = rankBetween(null, tops.get(status) ?? null);
		tops.set(status, rank);
		return rank;
	};
	const moments = jobs.flatMap((job) => momentsOf(job, { now, timeZone, random, onTop }));
	moments.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
	let lastNumber = 0;
	return moments.map(({ at, job, tell }, index) => {
		const version = index + 1;
		if (job.card.number === 0) job.card = { ...job.card, number: ++lastNumber };
		job.card = { ...job.card, version };
		const { fact, set, ...told } = tell();
		const change: Change = { version, at, number: job.card.number, kind: fact.kind, ...told };
		return { fact, change: set ? { ...change, set: { ...set, version } } : change };
	});
}

interface Telling {
	now: Instant;
	timeZone: string;
	random: Random;
	onTop: (status: Status) => Rank;
}

function momentsOf(job: DemoJob, telling: Telling): Moment[] {
	const [first, ...rest] = job.plan.steps;
	const moment = (daysAgo: number, tell: (at: Instant) => ReturnType<Moment['tell']>): Moment => {
		const at = pastInstant(telling, daysAgo);
		return { at, job, tell: () => tell(at) };
	};
	const moments = [moment(first.daysAgo, (at) => create(job, at, telling))];
	for (const step of rest) moments.push(moment(step.daysAgo, (at) => move(job, step, at, telling)));
	const { closed } = job.plan;
	if (closed) moments.push(moment(closed.daysAgo, (at) => close(job, closed, at)));
	return moments;
}

/** A moment in business hours; today's moments have passed already. */
function pastInstant({ now, timeZone, random }: Telling, daysAgo: number): Instant {
	const today: Day = dayIn(timeZone, now);
	if (daysAgo > 0) return instantOn(timeZone, addDays(today, -daysAgo), random.between(9 * 60, 17 * 60 + 30));
	const midnight = Date.parse(instantOn(timeZone, today, 0));
	const passed = Date.parse(now) - midnight;
	return new Date(midnight + Math.floor((passed * random.between(60, 98)) / 100)).toISOString();
}

function create(job: DemoJob, at: Instant, { onTop }: Telling): ReturnType<Moment['tell']> {
	job.card = { ...job.card, status: 'QN', rank: onTop('QN'), statusSince: at, createdAt: at };
	return { fact: { kind: 'created', status: 'QN' }, set: job.card, by: job.mover('QN') };
}

function move(job: DemoJob, step: Step, at: Instant, telling: Telling): ReturnType<Moment['tell']> {
	const { card } = job;
	const { status, statusSince, hold, rank } = card;
	const before: Standing = { status, statusSince, hold, heldClock: job.heldClock };
	const asked = {
		from: status,
		to: step.to,
		hold: step.hold && holdAsked(step.hold, step.daysAgo, at, telling)
	};
	const after = standAfter(before, asked, at, telling.timeZone);
	const vendor = step.to === 'AVQ' && card.vendor === null ? (job.vendor?.name ?? null) : null;
	const set: Partial<Card> = {
		status: after.status,
		statusSince: after.statusSince,
		rank: telling.onTop(step.to)
	};
	if (after.hold !== hold) set.hold = after.hold;
	if (vendor) set.vendor = vendor;
	job.card = { ...card, ...set };
	job.heldClock = after.heldClock;
	const vendorBefore = card.vendor === null ? null : job.vendor;
	const fact: JobFact = {
		kind: 'moved',
		from: status,
		to: step.to,
		hold: after.hold,
		vendor,
		before: { ...before, rank, vendor: vendorBefore }
	};
	return { fact, set, by: job.mover(step.to) };
}

function holdAsked(hold: NonNullable<Step['hold']>, daysAgo: number, at: Instant, { timeZone }: Telling) {
	const { reason, note, untilIn } = hold;
	return { reason, note, until: untilIn === null ? null : addDays(dayIn(timeZone, at), daysAgo + untilIn) };
}

function close(job: DemoJob, closed: NonNullable<Plan['closed']>, at: Instant): ReturnType<Moment['tell']> {
	const { outcome, reason } = closed;
	job.closing = { outcome, reason, at };
	return {
		fact: { kind: 'closed', status: job.card.status, outcome, reason },
		gone: true,
		by: job.mover('QN')
	};
}
