import { STATUSES, type Status } from '#lib/jobs/status.ts';
import { filtersIn, NO_FILTERS, oneOf, searchOf, yesOrNo, type Filters } from './filters.ts';
import { SORTS, type Sort } from './sorts.ts';

/** L1: what the list shows, and in which order: all of it stands in the address. */
export interface ListQuery extends Filters {
	status: Status | null;
	/** W10: closed jobs alone, open ones alone, or both. */
	closed: boolean | null;
	/** `null` where the list orders by itself: the best match first, or the newest job. */
	sort: Sort | null;
}

export const EVERY_JOB: ListQuery = { ...NO_FILTERS, status: null, closed: null, sort: null };

/** Reads what an address asks for; what means nothing there asks for nothing. */
export function listQueryIn(search: URLSearchParams): ListQuery {
	return {
		...filtersIn(search),
		status: oneOf(STATUSES, search.get('status')),
		closed: yesOrNo(search.get('closed')),
		sort: oneOf(SORTS, search.get('sort'))
	};
}

/** What board and list have in common of it. */
export function filtersOf({ status: _status, closed: _closed, sort: _sort, ...filters }: ListQuery): Filters {
	return filters;
}

/** The query of the list's address, `?` included; the same for the same list, however it was asked for. */
export function listSearchOf(query: Partial<ListQuery>): string {
	const { q, type, status, salesperson, jeweler, vendor, due, rush, hasVendor, closed, sort } = {
		...EVERY_JOB,
		...query
	};
	return searchOf({ q, type, status, salesperson, jeweler, vendor, due, rush, hasVendor, closed, sort });
}
