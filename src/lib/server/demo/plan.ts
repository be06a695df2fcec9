import { DEFAULT_AGING } from '#lib/jobs/aging.ts';
import { HOLD_REASONS, type HoldReason, type Outcome } from '#lib/jobs/job.ts';
import { STATUSES, type Status } from '#lib/jobs/status.ts';
import type { Random } from './random.ts';

export interface Step {
	to: Status;
	/** How many days before today the job came here. */
	daysAgo: number;
	hold?: { reason: HoldReason; note: string | null; untilIn: number | null };
}

/** One job to be: the statuses that it went through, and when. The first step is its creation. */
export interface Plan {
	steps: [Step, ...Step[]];
	/** Days from today to the promised date. */
	promisedIn: number;
	closed?: { outcome: Outcome; reason: string | null; daysAgo: number };
}

const HOLD_NOTES: Record<HoldReason, string | null> = {
	customer: 'Travelling until the end of the month',
	stones: 'Matching sapphires are on order',
	vendor: null,
	deposit: 'Half is due before we cast',
	other: 'Waiting for the insurance appraisal'
};

/** How many days a job usually spends in a status before it goes on. */
const USUAL_DAYS: Record<Status, [least: number, most: number]> = {
	QN: [1, 2],
	AVQ: [2, 6],
	CR: [1, 5],
	IP: [3, 9],
	RP: [0, 8],
	OH: [2, 8]
};

/** How a job usually came to where it stands. */
const WAYS: Record<Status, readonly [readonly Status[], ...(readonly Status[])[]]> = {
	QN: [['QN']],
	AVQ: [['QN', 'AVQ']],
	CR: [
		['QN', 'CR'],
		['QN', 'AVQ', 'CR']
	],
	IP: [
		['QN', 'IP'],
		['QN', 'CR', 'IP'],
		['QN', 'AVQ', 'CR', 'IP']
	],
	RP: [
		['QN', 'IP', 'RP'],
		['QN', 'CR', 'IP', 'RP'],
		['QN', 'AVQ', 'CR', 'IP', 'RP'],
		['QN', 'CR', 'IP', 'OH', 'IP', 'RP']
	],
	OH: [
		['QN', 'OH'],
		['QN', 'CR', 'OH'],
		['QN', 'CR', 'IP', 'OH'],
		['QN', 'AVQ', 'OH']
	]
};

/** One job on each side of every threshold and every due day, and one for each hold reason. */
export function boundaryPlans(random: Random): Plan[] {
	const perStatus = STATUSES.flatMap((status) => {
		const threshold = DEFAULT_AGING.thresholds[status];
		const { amber, red } = threshold ?? { amber: 2, red: 5 };
		return [0, amber - 1, amber, red - 1, red].map((days) =>
			planFor(random, status, days, random.between(5, 24))
		);
	});
	const due = [-6, -1, 0, 1, 3, 4].map((promisedIn) =>
		planFor(random, 'IP', random.between(2, 6), promisedIn)
	);
	const holds = HOLD_REASONS.map((reason, index) =>
		planFor(random, 'OH', 3 + index, random.between(4, 30), reason)
	);
	return [...perStatus, ...due, ...holds];
}

/** A job like any other: mostly on time, sometimes late, now and then long forgotten. */
export function everydayPlan(random: Random): Plan {
	const status = random.pick(['QN', 'AVQ', 'CR', 'IP', 'IP', 'IP', 'RP', 'RP', 'OH'] as const);
	const days = random.below(10) === 0 ? random.between(8, 20) : random.between(0, 5);
	const promisedIn = random.below(12) === 0 ? -random.between(1, 4) : random.between(2, 40);
	return planFor(random, status, days, promisedIn);
}

/** The past of the shop, in days: what the dashboard looks back on. */
const PAST_DAYS = 100;

/** A job that left the board: picked up after it was ready, or cancelled. */
export function closedPlan(random: Random): Plan {
	const cancelled = random.below(6) === 0;
	const daysAgo = random.between(0, PAST_DAYS);
	const forgotten = random.below(9) === 0 ? random.between(8, 16) : 0;
	const plan = planFor(
		random,
		cancelled ? 'CR' : 'RP',
		daysAgo + 1 + forgotten + random.between(...USUAL_DAYS.RP),
		random.between(1, 5) - daysAgo
	);
	const closed = cancelled
		? { outcome: 'cancelled' as const, reason: 'Found a ring elsewhere', daysAgo }
		: { outcome: 'picked_up' as const, reason: null, daysAgo };
	return { ...plan, closed };
}

function planFor(
	random: Random,
	status: Status,
	days: number,
	promisedIn: number,
	reason?: HoldReason
): Plan {
	const steps: Step[] = [];
	let daysAgo = days;
	const way = random.pick(WAYS[status]);
	for (const [place, to] of [...way.entries()].reverse()) {
		steps.unshift(to === 'OH' ? { to, daysAgo, hold: holdFor(random, reason) } : { to, daysAgo });
		daysAgo += random.between(...USUAL_DAYS[way[place - 1] ?? to]);
	}
	const [first, ...rest] = steps as [Step, ...Step[]];
	// Nobody promises a day that has passed (J6): a late job was taken in well before its date.
	const takenIn = Math.max(first.daysAgo, 7 - promisedIn);
	return { steps: [{ ...first, daysAgo: rest.length > 0 ? takenIn : first.daysAgo }, ...rest], promisedIn };
}

function holdFor(random: Random, asked?: HoldReason): NonNullable<Step['hold']> {
	const reason = asked ?? random.pick(HOLD_REASONS);
	return { reason, note: HOLD_NOTES[reason], untilIn: random.pick([null, -1, 0, 5, 12]) };
}
