import { ORDER_TYPE_NAMES, OUTCOME_NAMES } from '#lib/jobs/messages.ts';
import type { Closing } from '#lib/jobs/job.ts';
import { COLUMN_NAMES } from './column-messages.ts';
import type { ListQuery } from './list-query.ts';
import { fieldOf, isDescending, SORTS, type Sort, type SortField } from './sorts.ts';

export const SEARCH = 'Search number, customer, phone, title, notes';
export const EXPORT = 'Export';
export const EXPORT_HINT = 'All jobs of this list, as a CSV file';
export const APPLY = 'Show';
export const JOBS = 'Jobs';
export const PAGES = 'Pages';
export const NEXT = 'Next';
export const PREVIOUS = 'Previous';
export const FIRST_PAGE = 'First page';

export const NO_JOBS = 'No jobs yet';
export const NO_JOBS_HINT = 'Every job that the shop takes in stands here, also after it has left the board.';
export const NO_MATCHES = 'No job matches.';
export const NO_MATCHES_HINT = 'Try fewer words, or fewer filters.';
export const SHOW_ALL = 'Show all jobs';
export const TO_BOARD = 'To the board';

/** The column of whoever works on the piece. */
export const WITH = 'With';

const ORDER_NAMES: Record<SortField, [up: string, down: string]> = {
	number: ['oldest first', 'newest first'],
	customer: ['A to Z', 'Z to A'],
	promised: ['first due first', 'last due first'],
	status: ['as on the board', 'the other way round'],
	days: ['fewest first', 'most first'],
	salesperson: ['A to Z', 'Z to A'],
	updated: ['longest ago first', 'latest first']
};

/** The orders, for those who have no columns to press. */
export const ORDERS: readonly { value: Sort; name: string }[] = SORTS.map((value) => ({
	value,
	name: orderName(value)
}));

export function orderName(sort: Sort): string {
	const field = fieldOf(sort);
	if (field === 'match') return 'Best match';
	return `${COLUMN_NAMES[field]}: ${ORDER_NAMES[field][isDescending(sort) ? 1 : 0]}`;
}

const FIGURES = new Intl.NumberFormat('en-GB');

/** How many jobs the list has; counting ends at `most`. */
export function countWords(count: number, most: number): string {
	if (count > most) return `More than ${FIGURES.format(most)} jobs`;
	return count === 1 ? '1 job' : `${FIGURES.format(count)} jobs`;
}

/** W10: how a job left the board, and when. */
export function closedWords({ outcome }: Closing, day: string): string {
	return `${OUTCOME_NAMES[outcome]} ${day}`;
}

/** For screen readers, of the link that a column's head is. */
export function sortLabel(field: SortField): string {
	return `Order by ${COLUMN_NAMES[field].toLowerCase()}`;
}

/** What a printed list says of itself: what was searched for, and what kind of work it holds. */
export function paperWords({ q, type }: Pick<ListQuery, 'q' | 'type'>): string[] {
	return [q ? `“${q}”` : '', type ? ORDER_TYPE_NAMES[type] : ''].filter(Boolean);
}
