import { STATUSES, type Status } from '#lib/jobs/status.ts';
import { filtersIn, NO_FILTERS, oneOf, searchOf, yesOrNo, type Filters } from './filters.ts';
import { SORTS, type Sort } from './sorts.ts';

/** P4: when a job was last moved. */
export const MOVED = ['today'] as const;
export type Moved = (typeof MOVED)[number];

/** L1: what the list shows, and in which order: all of it stands in the address. */
export interface ListQuery extends Filters {
	status: Status | null;
	/** W10: closed jobs alone, open ones alone, or both. */
	closed: boolean | null;
	/** P4: what somebody has moved to another status on the shop's day, and nobody has moved back by undoing. */
	moved: Moved | null;
	/** `null` where the list orders by itself: the best match first, or the newest job. */
	sort: Sort | null;
}

export const EVERY_JOB: ListQuery = { ...NO_FILTERS, status: null, closed: null, moved: null, sort: null };

/** Reads what an address asks for; what means nothing there asks for nothing. */
export function listQueryIn(search: URLSearchParams): ListQuery {
	return {
		...filtersIn(search),
		status: oneOf(STATUSES, search.get('status')),
		closed: yesOrNo(search.get('closed')),
		moved: oneOf(MOVED, search.get('moved')),
		sort: oneOf(SORTS, search.get('sort'))
	};
}

/** What board and list have in common of it. */
export function filtersOf(query: ListQuery): Filters {
	const { status: _status, closed: _closed, moved: _moved, sort: _sort, ...filters } = query;
	return filters;
}

/** The query of the list's address, `?` included; the same for the same list, however it was asked for. */
export function listSearchOf(query: Partial<ListQuery>): string {
	const asked = { ...EVERY_JOB, ...query };
	return searchOf(Object.fromEntries(IN_ORDER.map((name) => [name, asked[name]])));
}

const IN_ORDER = [
	'q',
	'type',
	'status',
	'salesperson',
	'jeweler',
	'vendor',
	'due',
	'red',
	'waiting',
	'rush',
	'hasVendor',
	'closed',
	'moved',
	'sort'
] as const satisfies readonly (keyof ListQuery)[];
