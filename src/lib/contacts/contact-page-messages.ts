import type { ContactUse } from './contact-jobs.ts';
import type { ContactFilters } from './contact-filters.ts';
import type { ContactRole } from './contact.ts';

export const CONTACTS = 'Contacts';
export const NEW_CONTACT = 'New contact';
export const NO_SUCH_CONTACT = 'There is no such contact in this shop.';
export const MAY_NOT = 'Your role does not allow this.';

export const LIST = {
	search: 'Search name, company, e-mail or phone',
	find: 'Search',
	who: 'Who is shown',
	everybody: 'Everybody',
	customers: 'Customers',
	vendors: 'Vendors',
	more: 'Filters',
	archived: 'Archived',
	first: 'First page',
	next: 'Next page',
	pages: 'Pages',
	nobody: 'No contacts yet',
	nobodyHint:
		'Customers and vendors are kept here. The first ones come along with your first jobs, or add them now.',
	nobodyWatcher: 'Customers and vendors are kept here. Salespeople and admins add them.',
	noMatch: 'Nobody matches',
	noMatchHint: 'Parts of a name, company, e-mail or phone number are enough.',
	showAll: 'Show everybody',
	add: (name: string) => `Add “${name}”`
};

/** What the list found, for those who listen. */
export function foundWords({
	similar,
	shown,
	more
}: {
	similar: boolean;
	shown: number;
	more: boolean;
}): string {
	if (shown === 0) return LIST.noMatch;
	const count = `${shown}${more ? '+' : ''} ${shown === 1 ? 'contact' : 'contacts'}`;
	return similar ? `Nobody matches exactly. Close to it: ${count}.` : count;
}

/** L3: said above those who only come close. */
export const CLOSE_ONLY = 'Nobody matches exactly. These come close:';

/** What an empty list says, by what was asked for. */
export function emptyWords({ role, archived }: ContactFilters): string {
	if (archived) return 'Nobody is archived';
	if (role) return role === 'customer' ? 'No customers yet' : 'No vendors yet';
	return LIST.nobody;
}

export const FORM = {
	who: 'Who they are',
	reach: 'How to reach them',
	tax: 'Sales tax',
	notesHint: 'For the shop only: never on a display or a customer’s paper.',
	roleHints: {
		customer: 'Can be chosen as the customer of a job.',
		vendor: 'Can be asked for quotes and work.'
	} satisfies Record<ContactRole, string>,
	taxExempt: 'Does not pay sales tax',
	save: 'Save',
	add: 'Add contact',
	saved: 'Saved',
	unsaved: 'Not saved yet'
};

/** S4: two people have saved the same field. */
export const CONFLICT = {
	meanwhile: 'Somebody else has saved:',
	yours: 'You have typed:',
	mine: 'Keep mine',
	theirs: 'Take theirs',
	choose:
		'Somebody else has changed the same fields meanwhile. Choose for each marked one which of the two stays, and save.',
	chooseFirst: 'Choose first, for each marked field, which of the two stays.'
};

export const REACH = { call: 'Call', write: 'Write to' };

export const STANDING = {
	archived: 'Archived: cannot be chosen for a job.',
	archive: 'Archive',
	restore: 'Bring back',
	delete: 'Delete'
};

export const ARCHIVE_DIALOG = {
	title: (name: string) => `Archive ${name}?`,
	description: ({ open }: ContactUse) =>
		`They leave every list to choose from. ${openWords(open)} They can be brought back at any time.`,
	submit: 'Archive'
};

export const DELETE_DIALOG = {
	title: (name: string) => `Delete ${name} for good?`,
	description: 'No job names them. Everything that is written here goes, and cannot be brought back.',
	submit: 'Delete',
	dismiss: 'Keep'
};

function openWords(open: number): string {
	if (open === 0) return 'No open job names them.';
	return open === 1
		? 'The open job that names them keeps them.'
		: `The ${open} open jobs that name them keep them.`;
}

/** S4: why there is no deleting. */
export function inUseWords({ jobs }: ContactUse): string {
	return jobs === 1
		? 'A job names them, so they can be archived and not deleted.'
		: `${jobs} jobs name them, so they can be archived and not deleted.`;
}

/** S4: what taking a role away means while jobs name the contact. */
export function roleGoneWords(role: ContactRole): string {
	return `No new job can choose them as its ${role}. Jobs that name them keep them.`;
}

export const JOBS = {
	title: 'Jobs',
	none: 'No jobs yet',
	noneHint: 'Jobs that name them as customer or vendor will stand here.',
	older: 'Older jobs',
	newest: 'Newest jobs',
	promised: (day: string) => `for ${day}`
};

export function deletedWords(name: string): string {
	return `${name} is deleted`;
}
