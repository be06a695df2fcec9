import type { HistoryEntry } from '#lib/jobs/job-events.ts';
import { holdWords, OUTCOME_NAMES } from '#lib/jobs/messages.ts';
import { STATUS_FACTS } from '#lib/jobs/status.ts';
import { assertNever } from '#lib/kernel/assert-never.ts';

export const NO_SUCH_JOB = 'There is no such job in this shop.';
export const BACK_TO_BOARD = 'Board';
export const HISTORY = 'History';
export const REOPEN = 'Reopen';
export const NOTES = 'Notes';
export const PHOTO = 'Photo of the piece';
export const SOMEBODY = 'Somebody';

export const FACTS = {
	customer: 'Customer',
	type: 'Order type',
	promised: 'Promised for',
	salesperson: 'Salesperson',
	jeweler: 'Jeweler',
	vendor: 'Vendor',
	location: 'Location',
	budget: 'Budget',
	declaredValue: 'Declared value'
};

const AMOUNT = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2 });

/** An amount in the shop's currency; nothing when none is known. */
export function money(cents: number | null | undefined): string | null {
	return typeof cents === 'number' ? AMOUNT.format(cents / 100) : null;
}

/** W11: one line of the history, as people read it. */
export function historyWords({ fact }: Pick<HistoryEntry, 'fact'>): string {
	switch (fact.kind) {
		case 'created':
			return `Taken in as ${STATUS_FACTS[fact.status].name}`;
		case 'moved':
			return movedWords(fact);
		case 'undone':
			return `Move undone: back to ${STATUS_FACTS[fact.to].name}`;
		case 'closed':
			return [OUTCOME_NAMES[fact.outcome], fact.reason].filter(Boolean).join(': ');
		case 'reopened':
			return `Reopened in ${STATUS_FACTS[fact.status].name}`;
		case 'attachment_added':
			return `Added ${fact.fileName}`;
		case 'attachment_removed':
			return `Removed ${fact.fileName}`;
		case 'deleted':
			return 'Deleted';
		case 'edited':
			return 'Edited';
		default:
			return assertNever(fact);
	}
}

function movedWords({ from, to, hold, vendor }: Extract<HistoryEntry['fact'], { kind: 'moved' }>): string {
	if (from === to) return `Moved within ${STATUS_FACTS[to].name}`;
	const asked = vendor ? `, asked ${vendor}` : '';
	const why = hold ? `. ${holdWords(hold)}` : '';
	return `${STATUS_FACTS[from].name} → ${STATUS_FACTS[to].name}${asked}${why}`;
}
