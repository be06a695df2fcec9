import type { Party } from '#lib/board/waiting-on.ts';
import type { AgingSettings } from '#lib/jobs/aging.ts';
import { OUTCOME_NAMES } from '#lib/jobs/messages.ts';
import { STATUS_FACTS } from '#lib/jobs/status.ts';
import { assertNever } from '#lib/kernel/assert-never.ts';
import { dayIn, type Day, type Instant } from '#lib/kernel/dates.ts';
import { timeIn } from '#lib/board/clock-time.ts';
import { plainDay } from '#lib/ui/day.ts';
import type { Cycle, Week } from './dashboard.ts';
import type { FeedEntry } from './feed.ts';
import type { NumberName } from './numbers.ts';

export const DASHBOARD = 'Dashboard';
export const IN_NUMBERS = 'In numbers';

export const NUMBER_NAMES: Record<NumberName, string> = {
	overdue: 'Overdue',
	thisWeek: 'Due this week',
	red: 'Red',
	onHold: 'On hold',
	ready: 'Ready for pickup',
	movedToday: 'Moved today'
};

/** What a number counts, where its name does not say all of it. */
export const NUMBER_HINTS: Record<NumberName, string> = {
	overdue: 'Promised date is over',
	thisWeek: 'Until Sunday',
	red: 'Overdue, or stuck too long',
	onHold: 'The clock stands still',
	ready: 'Waiting for their owners',
	movedToday: 'To another status'
};

export const WAITING_ON = 'Waiting on';
export const PARTY_WORDS: Record<Party, string> = { customer: 'Customers', vendor: 'Vendors', us: 'Us' };
export const PARTY_HINTS: Record<Party, string> = {
	customer: 'To review, pay or pick up',
	vendor: 'To quote, make or deliver',
	us: 'To quote, make or decide'
};

export const THROUGHPUT = 'In and out';
export const TAKEN_IN = 'Taken in';
export const PICKED_UP = 'Picked up';
export const WEEK = 'Week of';
export const THIS_WEEK = 'this week';

export const CYCLE = 'Time in status';
export const CYCLE_HINT =
	'Last 90 days. Half of the jobs leave within the bar, 80 % within the line. From ▲ on they are red.';
export const NO_CYCLES = 'No job has moved on in the last 90 days: the times come with the first ones.';
export const STATUS = 'Status';
export const JOBS = 'Jobs';
export const MEDIAN = 'Half within';
export const P80 = '80 % within';
export const NO_CHART = 'The chart could not be loaded.';
export const NO_STAYS = 'none moved on';

export const OLDEST = 'Longest in their column';
export const NO_JOBS_HERE = 'No jobs';
export const moreJobs = (count: number) => `${count} more`;

export const CHASE = 'Chase the customer';
export const NO_CHASE = 'Nobody has waited for too long. Every piece that is ready is fresh.';
export const NO_PHONE = 'No phone on the job';
export const callLabel = (customer: string, phone: string) => `Call ${customer}, ${phone}`;

export const FEED = 'Today';
export const NO_FEED = 'Nothing has moved yet today.';
export const SOMEBODY = 'Somebody';

export const TERMINALS = 'Connected now';
export const NOBODY_HERE = 'Nobody';
export const DISPLAY_ON = 'live';
export const DISPLAY_NEVER = 'not connected yet';
export const screensWords = (count: number) => (count === 1 ? '' : `${count} screens`);

/** P4: in one sentence what came and went, for those who do not see the bars. */
export function throughputWords(weeks: readonly Week[]): string {
	const sum = (of: (week: Week) => number) => weeks.reduce((total, week) => total + of(week), 0);
	const [takenIn, pickedUp] = [sum((week) => week.takenIn), sum((week) => week.pickedUp)];
	if (takenIn + pickedUp === 0) return `Nothing was taken in or picked up in ${weeks.length} weeks.`;
	return `${takenIn} taken in and ${pickedUp} picked up in ${weeks.length} weeks`;
}

/** "5 h", "2.5 d", "12 d": a day is 24 hours here. */
export function hoursWords(hours: number): string {
	if (hours < 1) return 'under 1 h';
	if (hours < 23.5) return `${Math.round(hours)} h`;
	const days = hours / 24;
	return days < 9.95 ? `${days.toFixed(1).replace('.0', '')} d` : `${Math.round(days)} d`;
}

export function cycleWords({ median, p80 }: Cycle): string {
	if (median === null || p80 === null) return NO_STAYS;
	return `${hoursWords(median)} · 80 % in ${hoursWords(p80)}`;
}

/** What a feed's line says somebody did. */
export function feedWords({ kind, from, to, outcome }: FeedEntry): string {
	const target = to ? STATUS_FACTS[to].name : '';
	switch (kind) {
		case 'created':
			return to === 'QN' ? 'took it in' : `took it in as ${target}`;
		case 'moved':
			return from ? `${STATUS_FACTS[from].name} → ${target}` : `moved it to ${target}`;
		case 'undone':
			return `took a move back: ${target}`;
		case 'closed':
			return outcome ? OUTCOME_NAMES[outcome].toLowerCase() : 'closed it';
		case 'reopened':
			return `reopened it in ${target}`;
		default:
			return assertNever(kind);
	}
}

/** P4: "offline since 14:02", with the day where that is not today. */
export function offlineWords(seenAt: Instant | null, now: Instant, timeZone: string): string {
	if (seenAt === null) return DISPLAY_NEVER;
	const [day, today] = [dayIn(timeZone, seenAt), dayIn(timeZone, now)];
	const time = timeIn(timeZone, seenAt);
	return `offline since ${day === today ? time : `${plainDay(day, today)}, ${time}`}`;
}

/** G2: where red begins on the scale of the times in status. */
export function redWords(days: number): string {
	return `Red from ${days === 1 ? '1 day' : `${days} days`} on`;
}

/** G2: hours after which a status turns red; `null` where only the promised date rules. */
export function redHours(cycle: Pick<Cycle, 'status'>, { thresholds }: AgingSettings): number | null {
	const threshold = thresholds[cycle.status];
	return threshold && threshold.red * 24;
}

/** "16 Nov", or "this week" for the last one. */
export function weekWords(from: Day, last: Day): string {
	return from === last ? THIS_WEEK : plainDay(from, last);
}
