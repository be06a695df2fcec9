import { assertNever } from '#lib/kernel/assert-never.ts';
import type { Aging } from './aging.ts';
import type { Hold, HoldReason, OrderType, Outcome } from './job.ts';
import { nextStatuses, STATUS_FACTS, type Status } from './status.ts';

export const HOLD_REASON_NAMES: Record<HoldReason, string> = {
	customer: 'Waiting on customer',
	stones: 'Waiting on stones',
	vendor: 'Waiting on vendor',
	deposit: 'Waiting on deposit',
	other: 'Other'
};

export const ORDER_TYPE_NAMES: Record<OrderType, string> = { custom: 'Custom', repair: 'Repair' };

export const OUTCOME_NAMES: Record<Outcome, string> = { picked_up: 'Picked up', cancelled: 'Cancelled' };

const STANDING_WORDS: Record<Status, string> = {
	QN: 'A job that needs a quote',
	AVQ: 'A job that waits for the vendor’s quote',
	CR: 'A job in customer review',
	IP: 'A piece in production',
	RP: 'A piece that is ready for pickup',
	OH: 'A job on hold'
};

/** W4: one sentence that says where a job may go instead. */
export function refusedMoveSentence(from: Status, allowed: readonly Status[] = nextStatuses(from)): string {
	const ways = allowed.map((to) => (to === 'OH' ? 'go On hold' : STATUS_FACTS[to].name));
	if (ways.length === 0) return `${STANDING_WORDS[from]} cannot be moved.`;
	const verb = ways[0] === 'go On hold' ? '' : 'become ';
	return `${STANDING_WORDS[from]} can only ${verb}${listOf(ways)}.`;
}

/** W8: what the loser of a race reads. */
export function movedByOther(name: string | null, to: Status): string {
	return `${name ?? 'Somebody'} moved this to ${STATUS_FACTS[to].name} just now.`;
}

function listOf(words: string[]): string {
	return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words);
}

/** What somebody should do about a job that has stood in a status for too long. */
const CHASE_WORDS: Record<Status, string> = {
	QN: 'quote it',
	AVQ: 'ask the vendor',
	CR: 'ask the customer',
	IP: 'ask the bench',
	RP: 'chase the customer',
	OH: 'decide'
};

/** Beside the promised date "today" would be read as that. */
const NEW = 'new';

/** G2, G3, G5: days in status for a badge: "new", "3d", "8d · slow", "14d · chase the customer". */
export function agingWords({ days, level }: Aging, status: Status): string {
	if (level === 'calm') return days === 0 ? NEW : `${days}d`;
	return `${days}d · ${level === 'amber' ? 'slow' : CHASE_WORDS[status]}`;
}

/** G3: the same as a sentence, for tooltips, screen readers and the wall. */
export function agingSentence({ days, level }: Aging, status: Status): string {
	const count = days === 1 ? '1 day' : `${days} days`;
	if (status === 'RP' && level === 'red') return `${count} on the floor: chase the customer`;
	const standing = `${count} in ${STATUS_FACTS[status].name}`;
	return level === 'red' ? `${standing}: ${CHASE_WORDS[status]}` : standing;
}

/** G1: what a badge says about the promised date; `null` while it asks for nothing. */
export function dueWords({ state, days }: Aging['due']): string | null {
	switch (state) {
		case 'overdue':
			return `${-days}d overdue`;
		case 'due_soon':
			if (days === 0) return 'Due today';
			return days === 1 ? 'Due tomorrow' : `Due in ${days}d`;
		case 'later':
		case 'settled':
			return null;
		default:
			return assertNever(state);
	}
}

/** G4: the day has come on which somebody wanted to look again. */
export const HOLD_IS_OVER = 'Look again today';

export const RUSH = 'Rush';

/** W6: why a job is on hold, in the words of whoever held it when there are any. */
export function holdWords({ reason, note }: Pick<Hold, 'reason' | 'note'>): string {
	if (reason === 'other') return note ?? HOLD_REASON_NAMES.other;
	return note ? `${HOLD_REASON_NAMES[reason]}: ${note}` : HOLD_REASON_NAMES[reason];
}

/** W6: the day on which somebody should look again. */
export function heldUntilWords(day: string): string {
	return `until ${day}`;
}

/** The dialogs that a move may need. */
export const VENDOR_DIALOG = {
	title: (job: string) => `Who quotes ${job}?`,
	description: 'The job moves to Awaiting vendor quote as soon as the vendor is named.',
	submit: 'Ask this vendor'
};

export const HOLD_DIALOG = {
	title: (job: string) => `Put ${job} on hold`,
	description: 'The clock stops until the job is resumed.',
	reason: 'Waiting for',
	reasonNeeded: 'Choose what the job is waiting for.',
	note: 'Note',
	noteNeeded: 'Say what the job is waiting for.',
	until: 'Look again on',
	untilHint: 'Optional. The card is flagged on that day.',
	past: 'This day is over already.',
	submit: 'Put on hold'
};

/** W6: the reasons as the choices of a form that has asked "Waiting for". */
export const HOLD_REASON_CHOICES: Record<HoldReason, string> = {
	customer: 'Customer',
	stones: 'Stones',
	vendor: 'Vendor',
	deposit: 'Deposit',
	other: 'Other'
};

export const CANCEL_DIALOG = {
	title: (job: string) => `Cancel ${job}?`,
	description: 'It leaves the board. Its page stays, and opens by its number.',
	reason: 'Why',
	reasonNeeded: 'Say why the job is cancelled.',
	submit: 'Cancel the job',
	dismiss: 'Keep the job'
};

export const PICKED_UP_DIALOG = {
	title: (job: string) => `Picked up ${job}?`,
	description: (customer: string) => `${customer} has the piece. The job is closed and leaves the board.`,
	submit: 'Picked up'
};

export const NEW_JOB = {
	title: 'New job',
	type: 'Order type',
	promisedOn: 'Promised date',
	dateNeeded: 'Choose the promised date.',
	datePast: 'The promised date is over already.',
	jobTitle: 'Title',
	titlePlaceholder: 'Solitaire ring, 1.2 ct round',
	location: 'Location',
	locationHint: 'Optional. Where the piece is now.',
	salesperson: 'Salesperson',
	rush: 'Rush',
	vendorHint: 'Optional. Needed before a vendor is asked for a quote.',
	missing: 'Something is still missing.',
	wrong: 'Check the marked field.',
	submit: 'Create job',
	leaveTitle: 'Throw this job away?',
	leaveDescription: 'It has not been created yet, and what you typed is not kept.',
	leave: 'Throw it away',
	stay: 'Go on with it'
};

export function weeksLabel(weeks: number): string {
	return `+${weeks} wk`;
}
