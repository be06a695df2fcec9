import { agingOf, isRed, type Aging, type AgingJob, type AgingSettings } from '#lib/jobs/aging.ts';
import type { Instant } from '#lib/kernel/dates.ts';

/** An open job, as far as it takes to show its badges. */
export interface PreviewJob extends AgingJob {
	number: number;
	title: string | null;
	customer: string;
}

/** How many open jobs carry which badge. */
export interface BadgeCounts {
	/** For their days in the status. */
	amber: number;
	/** What the board shows in red: overdue, or for their days in the status. */
	red: number;
	dueSoon: number;
	overdue: number;
}

/** A job whose badges would be others. */
export interface OtherBadges {
	job: PreviewJob;
	before: Aging;
	after: Aging;
}

/** G6: how many of the jobs would be amber, red, due soon and overdue. */
export function countBadges(jobs: readonly PreviewJob[], now: Instant, settings: AgingSettings): BadgeCounts {
	const counts = { amber: 0, red: 0, dueSoon: 0, overdue: 0 };
	for (const job of jobs) {
		const aging = agingOf(job, now, settings);
		const { level, due } = aging;
		if (isRed(aging)) counts.red++;
		else if (level === 'amber') counts.amber++;
		if (due.state === 'due_soon') counts.dueSoon++;
		if (due.state === 'overdue') counts.overdue++;
	}
	return counts;
}

/** The jobs whose badges say something else, or say it in another color, with other settings. */
export function otherBadges(
	jobs: readonly PreviewJob[],
	now: Instant,
	before: AgingSettings,
	after: AgingSettings
): OtherBadges[] {
	return jobs
		.map((job) => ({ job, before: agingOf(job, now, before), after: agingOf(job, now, after) }))
		.filter((pair) => !isSame(pair.before, pair.after));
}

function isSame(one: Aging, other: Aging): boolean {
	const { due, days, level, holdIsOver } = one;
	return (
		days === other.days &&
		level === other.level &&
		holdIsOver === other.holdIsOver &&
		due.state === other.due.state &&
		(due.days === other.due.days || due.state === 'later' || due.state === 'settled')
	);
}
