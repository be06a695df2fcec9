import { dayIn, daysBetween, type Day, type Instant } from '#lib/kernel/dates.ts';
import type { Hold } from './job.ts';
import type { Status } from './status.ts';

export interface Threshold {
	/** Days in status from which the badge is amber, and red. */
	amber: number;
	red: number;
}

export interface AgingSettings {
	timeZone: string;
	/** G1: how many days before the promised date a job counts as due soon. */
	dueSoonDays: number;
	/** G2: `null` where only the promised date rules. */
	thresholds: Record<Status, Threshold | null>;
}

/** G1, G2: what a new shop starts with. */
export const DEFAULT_AGING: Omit<AgingSettings, 'timeZone'> = {
	dueSoonDays: 3,
	thresholds: {
		QN: { amber: 2, red: 4 },
		AVQ: { amber: 3, red: 7 },
		CR: { amber: 3, red: 7 },
		IP: null,
		RP: { amber: 7, red: 14 },
		OH: { amber: 14, red: 30 }
	}
};

export type AgingLevel = 'calm' | 'amber' | 'red';

/** G1: how a job stands to its promised date. */
export const DUE_STATES = ['overdue', 'due_soon', 'later', 'settled'] as const;
export type DueState = (typeof DUE_STATES)[number];

export interface Aging {
	/** G2: whole calendar days in the status, in the shop's time zone. */
	days: number;
	level: AgingLevel;
	/** G1: `days` to the promised date, negative once it has passed. */
	due: { state: DueState; days: number };
	/** G4: a hold whose day has come. */
	holdIsOver: boolean;
}

export interface AgingJob {
	status: Status;
	statusSince: Instant;
	promisedOn: Day;
	hold: Pick<Hold, 'until'> | null;
}

/** G1–G4, G6: the badges of an open job at an instant. Everything that shows age or lateness asks here. */
export function agingOf(job: AgingJob, now: Instant, settings: AgingSettings): Aging {
	const today = dayIn(settings.timeZone, now);
	const days = Math.max(0, daysBetween(dayIn(settings.timeZone, job.statusSince), today));
	const until = job.hold?.until ?? null;
	return {
		days,
		level: levelOf(days, settings.thresholds[job.status]),
		due: dueOf(job, today, settings.dueSoonDays),
		holdIsOver: job.status === 'OH' && until !== null && until <= today
	};
}

/** What a badge must say for somebody to act on it: overdue, or red for its days in status. */
export function isRed(aging: Aging): boolean {
	return aging.level === 'red' || aging.due.state === 'overdue';
}

function levelOf(days: number, threshold: Threshold | null): AgingLevel {
	if (threshold === null || days < threshold.amber) return 'calm';
	return days < threshold.red ? 'amber' : 'red';
}

/** G1: a job that is ready has kept or missed its promise already; its date asks for nothing any more. */
function dueOf(job: AgingJob, today: Day, dueSoonDays: number): Aging['due'] {
	const days = daysBetween(today, job.promisedOn);
	if (job.status === 'RP') return { state: 'settled', days };
	if (days < 0) return { state: 'overdue', days };
	return { state: days <= dueSoonDays ? 'due_soon' : 'later', days };
}
