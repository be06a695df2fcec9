import { agingOf, DUE_STATES, type AgingJob, type AgingSettings } from '#lib/jobs/aging.ts';
import { dayIn, lastDayOfWeek, type Day, type Instant } from '#lib/kernel/dates.ts';

/** L2: what jobs can be narrowed to by their promised date: a state (G1), or what is still due in this week. */
export const DUE_FILTERS = [...DUE_STATES, 'this_week'] as const;
export type DueFilter = (typeof DUE_FILTERS)[number];

/** P4: the days of "due this week": from today to the week's Sunday. What was due earlier in the week is overdue. */
export function restOfWeek(today: Day): { first: Day; last: Day } {
	return { first: today, last: lastDayOfWeek(today) };
}

/** L2: whether an open job passes a filter by its promised date. */
export function isDue(job: AgingJob, due: DueFilter, clock: { now: Instant; aging: AgingSettings }): boolean {
	const { state } = agingOf(job, clock.now, clock.aging).due;
	if (due !== 'this_week') return state === due;
	const { first, last } = restOfWeek(dayIn(clock.aging.timeZone, clock.now));
	return state !== 'settled' && job.promisedOn >= first && job.promisedOn <= last;
}
