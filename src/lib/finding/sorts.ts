/** L1: what the list can be ordered by; `match` is how well a job fits what was searched for. */
export const SORT_FIELDS = [
	'number',
	'customer',
	'status',
	'days',
	'promised',
	'salesperson',
	'updated'
] as const;
export type SortField = (typeof SORT_FIELDS)[number];

const BEST_FIRST = 'match';

/** `promised` from the first to the last, `-promised` the other way round. */
export type Sort = SortField | `-${SortField}` | typeof BEST_FIRST;

export const SORTS: readonly Sort[] = [
	...SORT_FIELDS.flatMap((field) => [field, `-${field}`] as const),
	BEST_FIRST
];

/** The list's own order: the best match of a search, otherwise the newest job, first. */
export function ownSort(q: string): Sort {
	return q === '' ? '-number' : BEST_FIRST;
}

export function fieldOf(sort: Sort): SortField | typeof BEST_FIRST {
	return sort.replace('-', '') as SortField;
}

/** Of two jobs that match alike, the newer one comes first. */
export function isDescending(sort: Sort): boolean {
	return sort.startsWith('-') || sort === BEST_FIRST;
}

/** Which way a column goes first: numbers and changes from the newest, everything else from the beginning. */
const NEWEST_FIRST: readonly SortField[] = ['number', 'days', 'updated'];

/** The order that a column's head asks for: the other way round when it is the order already. */
export function nextSort(field: SortField, now: Sort): Sort {
	const first: Sort = NEWEST_FIRST.includes(field) ? `-${field}` : field;
	if (fieldOf(now) !== field) return first;
	return isDescending(now) ? field : `-${field}`;
}
