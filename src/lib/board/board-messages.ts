import { formatJobNumber } from '#lib/jobs/job-number.ts';
import { STATUS_FACTS, type Status } from '#lib/jobs/status.ts';

export const BOARD = 'Board';
export const SEARCH = 'Search number, customer, title';
export const NEW_JOB = 'New job';
export const ALL_TYPES = 'All';
export const ORDER_TYPE = 'Order type';
export const FILTERS = 'Filters';
export const RUSH = 'Rush';
export const OVERDUE = 'Overdue';
export const COLUMNS = 'Columns';
export const KEYS = 'Keyboard';
export const UNDO = 'Undo';

export const LIVE = 'Live';
export const CATCHING_UP = 'Catching up';
export const SIGNED_OUT = 'You are signed out. The board stands still until you sign in again.';
export const SIGN_IN = 'Sign in';
export const RELOAD_NEEDED = 'Benchboard has been updated. Load the new version to go on.';
export const RELOAD = 'Load it now';

export const PART_MISSING =
	'This part of the program could not be loaded, and nothing was changed. Try again once the board is live.';

export const EMPTY_BOARD = 'No jobs yet';
export const EMPTY_BOARD_HINT =
	'Every custom piece and every repair becomes a card here. Add the first one: the customer, the promised date, done.';
export const EMPTY_BOARD_WATCHER = 'The first job appears here by itself.';
export const ADD_FIRST_JOB = 'Add the first job';
export const NO_MATCHES = 'No job matches these filters.';
export const CLEAR_FILTERS = 'Show all jobs';

export const KEYBOARD_HELP: readonly { keys: string[]; does: string }[] = [
	{ keys: ['/'], does: 'Search' },
	{ keys: ['N'], does: 'New job' },
	{ keys: ['←', '↑', '↓', '→'], does: 'Go from card to card' },
	{ keys: ['Enter'], does: 'Open the job' },
	{ keys: ['Space'], does: 'Pick the card up, and put it down' },
	{ keys: ['←', '→'], does: 'In the hand: to the next column that takes it' },
	{ keys: ['↑', '↓'], does: 'In the hand: up and down the column' },
	{ keys: ['Esc'], does: 'Put it back' },
	{ keys: ['M'], does: 'Move to…' },
	{ keys: ['U'], does: 'Undo my last move' },
	{ keys: ['0–9', 'Enter'], does: 'Open by number, or scan the barcode' },
	{ keys: ['?'], does: 'This list' }
];

/** D4: the time is the last one at which the board was known to be right. */
export const asOf = (time: string) => `As of ${time}`;
export const readOnly = (time: string) =>
	`No connection. You see the board as of ${time}; moving is off until the connection is back.`;

export const columnCount = (shown: number, all: number) => (shown === all ? `${all}` : `${shown} of ${all}`);
export const redCount = (count: number) => `${count} red`;
export const jobCount = (count: number) => (count === 1 ? '1 job' : `${count} jobs`);

/** What a card is called where its face cannot be seen. */
export function cardLabel(card: { number: number; title: string | null; customer: string }): string {
	return [formatJobNumber(card.number), card.title, card.customer].filter(Boolean).join(', ');
}

export const movedTo = (number: number, to: Status) =>
	`${formatJobNumber(number)} moved to ${STATUS_FACTS[to].name}.`;
export const notMoved = (number: number, reason: string) => `${formatJobNumber(number)}: ${reason}`;
export const undone = (number: number) => `${formatJobNumber(number)} is back where it was.`;
export const leftBoard = (number: number) => `${formatJobNumber(number)} has left the board meanwhile.`;
export const NOTHING_TO_UNDO = 'There is no move of yours to undo.';

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
