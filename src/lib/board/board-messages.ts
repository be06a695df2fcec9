import { formatJobNumber } from '#lib/jobs/job-number.ts';
import type { Outcome } from '#lib/jobs/job.ts';
import { STATUS_FACTS, type Status } from '#lib/jobs/status.ts';

export const BOARD = 'Board';
export const SEARCH = 'Search number, customer, title';
export const NEW_JOB = 'New job';
export const COLUMNS = 'Columns';
export const UNDO = 'Undo';
export const OPEN_JOB = 'Open';

export const LIVE = 'Live';
export const CATCHING_UP = 'Catching up';
export const RELOAD_NEEDED = 'Benchboard has been updated. Load the new version to go on.';
export const RELOAD = 'Load it now';

export const PART_MISSING =
	'This part of the program could not be loaded, and nothing was changed. Try again once the board is live.';

export const FILES_NOT_SENT =
	'The program that sends files could not be loaded. They are not on the job yet.';
export const RETRY = 'Retry';

export const EMPTY_BOARD = 'No jobs yet';
export const EMPTY_BOARD_HINT =
	'Every custom piece and every repair becomes a card here. Add the first one: the customer, the promised date, done.';
export const EMPTY_BOARD_WATCHER = 'The first job appears here by itself.';
export const ADD_FIRST_JOB = 'Add the first job';
export const NO_MATCHES = 'No job matches these filters.';
export const CLEAR_FILTERS = 'Show all jobs';
/** L3: what the board's own search does not look at. */
export const noOpenMatch = (text: string) => `No open job matches “${text}”.`;
export const LIST_FINDS_MORE = 'The list finds misspelled words, closed jobs, phones and notes too.';
export const searchList = (text: string) => `Search the list for “${text}”`;
/** On a phone, where the other columns are out of sight. */
export const matchesElsewhere = (count: number) =>
	count === 1 ? '1 match in another column' : `${count} matches in other columns`;
export const showColumn = (status: Status) => `Show ${STATUS_FACTS[status].name}`;

/** D4: the time is the last one at which the board was known to be right. */
export const asOf = (time: string) => `As of ${time}`;
export const noConnection = (time: string) =>
	`No connection. You see the board as of ${time}; what you move now is sent if it is back within seconds.`;
export const readOnly = (time: string) =>
	`No connection. You see the board as of ${time}; moving is off until the connection is back.`;

export const columnCount = (shown: number, all: number) => (shown === all ? `${all}` : `${shown} of ${all}`);

/** What a column is called where six of them share the width of a phone. */
export const TAB_NAMES: Record<Status, string> = {
	QN: 'Quote',
	AVQ: 'Vendor',
	CR: 'Review',
	IP: 'Production',
	RP: 'Ready',
	OH: 'On hold'
};

export const redCount = (count: number) => `${count} red`;
export const redLabel = (count: number) => `${redCount(count)}: go to the next`;
export const tabLabel = (status: Status, count: number, red: number) =>
	[STATUS_FACTS[status].name, jobCount(count), ...(red > 0 ? [redCount(red)] : [])].join(', ');
export const jobCount = (count: number) => (count === 1 ? '1 job' : `${count} jobs`);

/** Whose move it is while a job stands in a column. */
export const UP_TO: Record<Status, string> = {
	QN: 'Next: admin or sales',
	AVQ: 'Next: the vendor',
	CR: 'Next: sales',
	IP: 'Next: vendor or bench',
	RP: 'Next: sales',
	OH: 'Next: admin'
};

/** What a card is called where its face cannot be seen. */
export function cardLabel(card: { number: number; title: string | null; customer: string }): string {
	return [formatJobNumber(card.number), card.title, card.customer].filter(Boolean).join(', ');
}

export const movedTo = (number: number, to: Status) =>
	`${formatJobNumber(number)} moved to ${STATUS_FACTS[to].name}.`;
export const notMoved = (number: number, reason: string) => `${formatJobNumber(number)}: ${reason}`;
export const undone = (number: number) => `${formatJobNumber(number)} is back where it was.`;
export const takenIn = (number: number) => `${formatJobNumber(number)} is taken in.`;
export const closed = (number: number, outcome: Outcome) =>
	`${formatJobNumber(number)} was ${outcome === 'picked_up' ? 'picked up' : 'cancelled'}.`;
/** J7: the panel was left before the server had everything. */
export function notAllSaved(number: number): string {
	return `Not all of ${formatJobNumber(number)} is saved. What you typed is kept while this page is open.`;
}

export const leftBoard = (number: number) => `${formatJobNumber(number)} has left the board meanwhile.`;
export const NOTHING_TO_UNDO = 'There is no move of yours to undo.';

/** W13: the moves of somebody who may not make all of them. */
export function limitedTo(ways: readonly { from: Status; to: readonly Status[] }[]): string {
	if (ways.length === 0) return 'You can look at the board, and move nothing on it.';
	const nameOf = (status: Status) => STATUS_FACTS[status].name;
	const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });
	const parts = ways.map(({ from, to }) => `from ${nameOf(from)} to ${either.format(to.map(nameOf))}`);
	return `You can move jobs ${parts.join(', and ')}.`;
}

/** What somebody else did to a job; `to` is `null` when it left the board. */
export interface OtherMove {
	number: number;
	by: string | null;
	to: Status | null;
}

/** What a screen reader hears of what others do, several at a time. */
export function toldOfOthers(moves: readonly OtherMove[]): string {
	if (moves.length > 3) return `${moves.length} jobs were changed by others.`;
	return moves.map(toldOfOther).join(' ');
}

function toldOfOther({ number, by, to }: OtherMove): string {
	const who = by ?? 'Somebody';
	if (to === null) return `${who} took ${formatJobNumber(number)} off the board.`;
	return `${who} moved ${formatJobNumber(number)} to ${STATUS_FACTS[to].name}.`;
}

/** What the drag library tells screen readers. */
export const DRAG_WORDS = {
	dragStarted: (at: DragPlace) =>
		`Picked up ${at.itemLabel}, ${at.position} of ${at.count} in ${at.zoneLabel}. Up and down move it in the column, left and right to the next column that takes it. Space puts it down, Escape puts it back.`,
	movedToPosition: (at: DragPlace) => `${at.position} of ${at.count} in ${at.zoneLabel}.`,
	movedToZoneEnd: (at: DragPlace) => `Top of ${at.zoneLabel}.`,
	movedToZoneStart: (at: DragPlace) => `Top of ${at.zoneLabel}.`,
	dropped: (at: DragPlace) => `Put down ${at.itemLabel}.`,
	zoneActiveInstruction: 'Space picks a job up, Enter opens it.',
	zoneDragDisabledInstruction: 'Jobs cannot be moved here.'
};

interface DragPlace {
	itemLabel: string;
	zoneLabel: string;
	position: number;
	count: number;
}
