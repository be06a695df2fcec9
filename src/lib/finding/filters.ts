import { PARTIES, type Party } from '#lib/board/waiting-on.ts';
import { ORDER_TYPES, type OrderType } from '#lib/jobs/job.ts';
import { DUE_FILTERS, type DueFilter } from './due-filter.ts';

/** L2: what board and list are narrowed to. Both write it into their address with the same names. */
export interface Filters {
	/** L3: what is searched for. */
	q: string;
	/** J1 */
	type: OrderType | null;
	/** Ids of people. */
	salesperson: string | null;
	jeweler: string | null;
	/** The name that stands on the job (S3); the list takes a contact's id as well. */
	vendor: string | null;
	/** G1 */
	due: DueFilter | null;
	/** G5: red on the board, for its promised date or for its days in status. */
	red: boolean | null;
	/** P4: on whom an open job waits. */
	waiting: Party | null;
	rush: boolean | null;
	hasVendor: boolean | null;
}

export const NO_FILTERS: Filters = {
	q: '',
	type: null,
	salesperson: null,
	jeweler: null,
	vendor: null,
	due: null,
	red: null,
	waiting: null,
	rush: null,
	hasVendor: null
};

/** L1: reads the filters from an address; what means nothing there filters nothing. */
export function filtersIn(search: URLSearchParams): Filters {
	return {
		q: search.get('q')?.trim() ?? '',
		type: oneOf(ORDER_TYPES, search.get('type')),
		salesperson: search.get('salesperson') || null,
		jeweler: search.get('jeweler') || null,
		vendor: search.get('vendor') || null,
		// `?overdue` and `?rush` are how bookmarks from before say it.
		due: search.has('overdue') ? 'overdue' : oneOf(DUE_FILTERS, search.get('due')),
		red: yesOrNo(search.get('red')),
		waiting: oneOf(PARTIES, search.get('waiting')),
		rush: search.get('rush') === '' ? true : yesOrNo(search.get('rush')),
		hasVendor: yesOrNo(search.get('hasVendor'))
	};
}

/** L1: the query of an address with these values, `?` included; empty when there are none. */
export function searchOf(values: object): string {
	const said = Object.entries(values).filter(([, value]) => value !== null && value !== '');
	const search = new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString();
	return search && `?${search}`;
}

/** The filters without those that stand as chips in the headers of board and list. */
export function withoutChips(filters: Filters): Filters {
	const { due } = filters;
	const isChip = due === 'overdue' || due === 'this_week';
	return { ...filters, type: null, rush: null, red: null, due: isChip ? null : due };
}

/** How many filters are set, the searched text left out. */
export function filterCount({ q: _q, ...filters }: Filters): number {
	return Object.values(filters).filter((value) => value !== null).length;
}

export function oneOf<Value extends string>(known: readonly Value[], text: string | null): Value | null {
	return known.find((value) => value === text) ?? null;
}

export function yesOrNo(text: string | null): boolean | null {
	return text === 'true' ? true : text === 'false' ? false : null;
}
