import type { Party } from '#lib/board/waiting-on.ts';
import type { DueFilter } from './due-filter.ts';

export const NO_FILTER = 'Clear all filters';

export const DUE_NAMES: Record<DueFilter, string> = {
	overdue: 'Overdue',
	due_soon: 'Due soon',
	later: 'Later',
	settled: 'Settled',
	this_week: 'This week'
};

export const PARTY_NAMES: Record<Party, string> = { customer: 'Customer', vendor: 'Vendor', us: 'Us' };

/** What the fields of the filters are called, and what they say while they filter nothing. */
export const FILTER_NAMES = {
	status: 'Status',
	due: 'Promised date',
	waiting: 'Waiting on',
	salesperson: 'Salesperson',
	jeweler: 'Jeweler',
	vendor: 'Vendor',
	hasVendor: 'With a vendor',
	closed: 'Open or closed',
	sort: 'Order'
};
export const ANY = 'Any';
export const WITH_VENDOR = 'With a vendor';
export const WITHOUT_VENDOR = 'Without a vendor';
export const OPEN_ONLY = 'Open';
export const CLOSED_ONLY = 'Closed';
export const NOT_HERE = 'Not on the board';

/** Somebody who does not work in the shop any more, and whose jobs are still there. */
export function leftShop(name: string): string {
	return `${name} (left)`;
}
