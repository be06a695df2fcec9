import type { DueState } from '#lib/jobs/aging.ts';
import type { View } from './preferences.ts';

export const LIST = 'List';
export const VIEW = 'View';
export const VIEW_NAMES: Record<View, string> = { board: 'Board', list: 'List' };

export const ALL_TYPES = 'All';
export const ORDER_TYPE = 'Order type';
export const FILTERS = 'Filters';
export const MORE_FILTERS = 'More filters';
export const OVERDUE = 'Overdue';
export const NO_FILTER = 'Clear all filters';

export const DUE_NAMES: Record<DueState, string> = {
	overdue: 'Overdue',
	due_soon: 'Due soon',
	later: 'Later',
	settled: 'Settled'
};

/** What the fields of the filters are called, and what they say while they filter nothing. */
export const FILTER_NAMES = {
	status: 'Status',
	due: 'Promised date',
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

export const COLUMN_NAMES = {
	number: 'Job',
	type: 'Type',
	title: 'Title',
	customer: 'Customer',
	status: 'Status',
	days: 'Days in status',
	promised: 'Promised',
	due: 'Due',
	salesperson: 'Salesperson',
	jeweler: 'Jeweler',
	vendor: 'Vendor',
	rush: 'Rush',
	location: 'Location',
	hold: 'On hold for',
	closed: 'Closed',
	closedOn: 'Closed on',
	closingReason: 'Reason',
	takenIn: 'Taken in',
	updated: 'Changed',
	budget: 'Budget',
	declaredValue: 'Declared value'
};

/** Somebody who does not work in the shop any more, and whose jobs are still there. */
export function leftShop(name: string): string {
	return `${name} (left)`;
}
