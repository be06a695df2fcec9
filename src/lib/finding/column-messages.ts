/** The columns of the list and of its export. */
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
