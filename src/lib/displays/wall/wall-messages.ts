import { agingWords, dueWords, HOLD_REASON_NAMES, HOLD_REASON_CHOICES } from '#lib/jobs/messages.ts';
import type { Aging } from '#lib/jobs/aging.ts';
import type { Hold } from '#lib/jobs/job.ts';
import { STATUS_FACTS, type Status } from '#lib/jobs/status.ts';
import type { Highlight } from './highlights.ts';

export const LIVE = 'Live';
/** D4: the time is the last one at which the wall was known to be right. */
export const asOf = (time: string) => `As of ${time}`;
/** While it is not live. */
export const NOT_CONNECTED = 'No connection';

export const jobsWords = (count: number) => (count === 1 ? '1 job' : `${count} jobs`);
/** G5: "16 red (6 overdue)": the same number as on the dashboard and over the columns, and how many of them are overdue. */
export const redWords = ({ red, overdue }: { red: number; overdue: number }) =>
	overdue > 0 ? `${red} red (${overdue} overdue)` : `${red} red`;
export const RED_TITLE = 'Overdue, or longer in their status than the shop wants';

export const pageWords = (page: number, pages: number) => `${page} of ${pages}`;

export const EMPTY_WALL = 'The board is empty';
export const EMPTY_WALL_HINT = 'The next job appears here by itself.';

export const EMPTY_COLUMN: Record<Status, string> = {
	QN: 'No quote to make',
	AVQ: 'No vendor to wait for',
	CR: 'No customer to ask',
	IP: 'Nothing in production',
	RP: 'Nothing to pick up',
	OH: 'Nothing on hold'
};

/** D2: what a highlighted card says besides its color. */
export function highlightWords({ kind, from }: Highlight): string {
	if (kind === 'new') return 'New';
	return from === null ? 'Moved' : `From ${STATUS_FACTS[from].name}`;
}

/** What to do about a job that has stood for too long, in one word. */
const CALLS: Record<Status, string> = {
	QN: 'quote',
	AVQ: 'ask',
	CR: 'ask',
	IP: 'ask',
	RP: 'chase',
	OH: 'decide'
};

/** G5: days in status where there is no room for a sentence: "3d", "8d slow", "14d chase". */
export function shortAgingWords(aging: Aging, status: Status): string {
	const { days, level } = aging;
	if (level === 'calm') return agingWords(aging, status);
	return `${days}d ${level === 'amber' ? 'slow' : CALLS[status]}`;
}

/** G5: the same where even that takes another badge's place; the shape beside it says the rest. */
export function shortestAgingWords({ days }: Aging): string {
	return days === 0 ? 'today' : `${days}d`;
}

/** G1: the same for the promised date; the calendar beside it says what it is about. */
export function shortDueWords(due: Aging['due']): string | null {
	const words = dueWords(due);
	return words === 'Due tomorrow' ? 'Tomorrow' : words;
}

/** D3, W6: why a job is on hold: "Stones", "Waiting on stones". The note stays off the wall, whatever the server sent. */
export function wallHoldWords({ reason }: Pick<Hold, 'reason'>, isShort: boolean): string {
	return isShort ? HOLD_REASON_CHOICES[reason] : HOLD_REASON_NAMES[reason];
}

/** G4: the day that a hold was for has come. */
export const HOLD_IS_OVER_SHORT = 'Look again';
