import type { DueState } from '#lib/jobs/aging.ts';

export const LIST = 'List';
export const VIEW = 'View';

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

export const DUE_NAMES: Record<DueState, string> = {
	overdue: 'Overdue',
	due_soon: 'Due soon',
	later: 'Later',
	settled: 'Settled'
};
