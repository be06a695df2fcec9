import type { ListQuery } from './list-query.ts';
import { ownSort } from './sorts.ts';

const NO_VENDOR = 'A job that has this vendor is not one without a vendor.';
const NOT_DUE = 'A closed job is not due any more.';
const NOT_RED = 'A closed job is nobody’s delay any more.';
const NOT_WAITING = 'A closed job waits for nobody.';
const NO_SEARCH = 'The best match comes first only where something is searched for.';

/**
 * L2: filters that no job can pass, whatever the shop's jobs are: one sentence for each of the fields that contradict
 * each other. Filters that merely nothing passes today (a status in which nothing is) are answered with an empty list.
 */
export function contradictionsOf(
	asked: Partial<{ [Field in keyof ListQuery]: ListQuery[Field] | undefined }>
): Record<string, string> {
	const { vendor, hasVendor, due, red, waiting, closed, sort, q } = asked;
	return {
		...(vendor && hasVendor === false && { vendor: NO_VENDOR, hasVendor: NO_VENDOR }),
		...(due && closed && { due: NOT_DUE, closed: NOT_DUE }),
		...(red != null && closed && { red: NOT_RED, closed: NOT_RED }),
		...(waiting && closed && { waiting: NOT_WAITING, closed: NOT_WAITING }),
		...(sort === 'match' && ownSort(q ?? '') !== sort && { sort: NO_SEARCH })
	};
}
