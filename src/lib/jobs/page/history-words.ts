import type { FieldChange, HistoryEntry } from '#lib/jobs/job-events.ts';
import { holdWords, ORDER_TYPE_NAMES, OUTCOME_NAMES } from '#lib/jobs/messages.ts';
import { formatCents } from '#lib/jobs/money.ts';
import { STATUS_FACTS } from '#lib/jobs/status.ts';
import { assertNever } from '#lib/kernel/assert-never.ts';
import type { OrderType } from '#lib/jobs/job.ts';
import { shortDay } from '#lib/ui/day.ts';
import { EMPTY, FIELD_LABELS } from './job-page-messages.ts';

/** W11: one line of the history, as people read it. */
export function historyWords({ fact }: Pick<HistoryEntry, 'fact'>): string {
	switch (fact.kind) {
		case 'created':
			return `Taken in as ${STATUS_FACTS[fact.status].name}`;
		case 'moved':
			return movedWords(fact);
		case 'undone':
			return `Move undone: back to ${STATUS_FACTS[fact.to].name}`;
		case 'edited':
			return editedWords(fact);
		case 'closed':
			return [OUTCOME_NAMES[fact.outcome], fact.reason].filter(Boolean).join(': ');
		case 'reopened':
			return `Reopened in ${STATUS_FACTS[fact.status].name}`;
		case 'deleted':
			return 'Deleted';
		case 'attachment_added':
			return `Added ${fact.fileName}`;
		case 'attachment_removed':
			return `Removed ${fact.fileName}`;
		default:
			return assertNever(fact);
	}
}

/** J7: what a field said, and says now. */
export function changeWords(change: FieldChange): { label: string; before: string; after: string } {
	return {
		label: FIELD_LABELS[change.field],
		before: valueWords(change.field, change.before),
		after: valueWords(change.field, change.after)
	};
}

/** A value of a field as people read it; "nothing" for an empty one. */
export function valueWords(field: FieldChange['field'], value: FieldChange['before']): string {
	if (value === null || value === '') return EMPTY;
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (typeof value === 'number') return formatCents(value);
	if (field === 'promisedOn') return shortDay(value);
	return field === 'type' ? ORDER_TYPE_NAMES[value as OrderType] : value;
}

function editedWords({ changes, fromContact }: Extract<HistoryEntry['fact'], { kind: 'edited' }>): string {
	if (fromContact) return 'Updated from the contact';
	const names = changes.map(({ field }) => FIELD_LABELS[field]);
	return names.length > 3 ? `Changed ${names.length} fields` : `Changed ${names.join(', ').toLowerCase()}`;
}

function movedWords({ from, to, hold, vendor }: Extract<HistoryEntry['fact'], { kind: 'moved' }>): string {
	if (from === to) return `Moved within ${STATUS_FACTS[to].name}`;
	const asked = vendor ? `, asked ${vendor}` : '';
	const why = hold ? `. ${holdWords(hold)}` : '';
	return `${STATUS_FACTS[from].name} → ${STATUS_FACTS[to].name}${asked}${why}`;
}
