import { FIELD_LABELS as CONTACT_LABELS } from '#lib/contacts/messages.ts';
import { formatJobNumber } from '#lib/jobs/job-number.ts';
import type { CustomerSnapshot, EditableField } from '#lib/jobs/job.ts';
import { SPEC_LABELS } from './spec-groups.ts';

export const NO_SUCH_JOB = 'There is no such job in this shop.';

/** J8: what is left of a deleted job. */
export function deletedWords(number: number, by: string | null): string {
	return `${formatJobNumber(number)} was deleted by ${by ?? SOMEBODY}.`;
}

export const BACK_TO_BOARD = 'Board';
export const BACK_TO_LIST = 'List';
export const OPEN_PAGE = 'Open as a page';
export const HISTORY = 'History';
export const EARLIER = 'Show earlier';
export const REOPEN = 'Reopen';
export const NOTES = 'Notes for the shop';
export const NOTES_HINT = 'Never on a display or a customer’s paper.';
export const SOMEBODY = 'Somebody';
export const MORE = 'More';
export const DELETE_JOB = 'Delete job…';
export const CUSTOMER = 'Customer';
export const PEOPLE = 'People and dates';
export const SPEC = 'Specification';
export const PRICES = 'Prices';
export const CHANGE = 'Change';
export const CHOOSE = 'Choose';
export const NO_VENDOR = 'None';
export const NOBODY = 'Nobody';
export const TAKEN_IN = 'Taken in';
export const TAX_EXEMPT = 'Tax-exempt';
export const GONE = 'Somebody has deleted this job meanwhile. Nothing more can be done with it.';

export function deletedHere(number: number): string {
	return `${formatJobNumber(number)} is deleted.`;
}

export const UPDATE_FROM_CONTACT = 'Update from contact';
export const NOT_LIVE = 'No connection. What you type is kept and saved once it is back.';
export const PROMISE_PASSED = 'This day is over: the job counts as overdue.';
export const NO_AMOUNT = 'Write an amount such as 1,250.00.';
export const FILLED = (count: number) => (count === 1 ? '1 filled in' : `${count} filled in`);

export const FIELD_LABELS: Record<EditableField | keyof CustomerSnapshot, string> = {
	...CONTACT_LABELS,
	...SPEC_LABELS,
	type: 'Order type',
	customerId: 'Customer',
	promisedOn: 'Promised for',
	salespersonId: 'Salesperson',
	jewelerId: 'Jeweler',
	vendorId: 'Vendor',
	title: 'Title',
	location: 'Location',
	rush: 'Rush',
	notes: 'Notes',
	budgetCents: 'Budget',
	declaredValueCents: 'Declared value',
	name: 'Customer’s name'
};

/** How much of what was typed is saved. */
export const SAVE_STATES = {
	saved: 'All changes saved',
	saving: 'Saving…',
	stuck: 'Not all is saved'
};

export const FIELD_SAVED = 'Saved';
export const WAITING = 'Not saved yet: no answer from the server. Trying again.';
export const KEEP_MINE = 'Keep mine';
export const TAKE_THEIRS = 'Take theirs';
export const GIVE_UP = 'Leave it as it is';
export const EMPTY = 'nothing';

/** J7: what stands against what was typed. */
export function conflictWords(by: string | null, theirs: string): string {
	return `${by ?? SOMEBODY} has changed this meanwhile to “${theirs}”.`;
}

/** J7: a value of one's own that stands nowhere else on the page. */
export function mineWords(mine: string): string {
	return `You have chosen “${mine}”.`;
}

/** W3: the next step in the words of whoever takes it. */
export const STEP_WORDS = {
	AVQ: (vendor: string | null) => (vendor ? `Ask ${vendor} for a quote` : 'Ask a vendor for a quote'),
	CR: () => 'Quote is there: customer review',
	IP: () => 'Approved: into production',
	RP: () => 'Finished: ready for pickup'
};

export const DELETE_DIALOG = {
	title: (job: string) => `Delete ${job}?`,
	description: (files: number) =>
		`The job, its specification and ${filesWords(files)} are gone for good, for everybody. Only its number and your name stay in the log. To take a job off the board and keep its record, cancel it instead.`,
	submit: 'Delete for good',
	dismiss: 'Keep the job'
};

function filesWords(files: number): string {
	if (files === 0) return 'its history';
	return files === 1 ? 'its file' : `its ${files} files`;
}

export const LEAVE_DIALOG = {
	title: 'Not everything is saved',
	description: 'What is marked on the page has not reached the server, or waits for your choice.',
	submit: 'Leave and lose it',
	dismiss: 'Stay here'
};

export const CHOOSE_CUSTOMER_DIALOG = {
	title: 'Another customer',
	description: 'Name, phone, e-mail and address are copied onto the job as they are today.',
	submit: 'Take this customer'
};

export const CHOOSE_VENDOR_DIALOG = {
	title: 'Vendor',
	description: 'Who quotes or makes the piece. The job stays where it is on the board.',
	submit: 'Take this vendor',
	remove: 'No vendor'
};

export const UPDATE_DIALOG = {
	title: 'Update from contact',
	description: 'This changes the customer’s details on this job alone, and stands in its history.',
	same: 'The job has the contact’s details already. There is nothing to update.',
	submit: 'Update the job',
	now: 'On the job',
	then: 'In the contact'
};
