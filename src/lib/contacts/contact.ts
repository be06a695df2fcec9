/** S4: one record can be a customer, a vendor or both. */
export const CONTACT_ROLES = ['customer', 'vendor'] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];

/** S4: what people write about a contact; each is saved, merged and told on its own. */
export const CONTACT_FIELDS = [
	'name',
	'company',
	'roles',
	'email',
	'phone',
	'address',
	'taxExempt',
	'taxNumber',
	'notes'
] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];

export interface Contact {
	id: string;
	/** Counts the changes of the contact. */
	version: number;
	name: string;
	company: string | null;
	roles: ContactRole[];
	email: string | null;
	phone: string | null;
	address: string | null;
	taxExempt: boolean;
	taxNumber: string | null;
	notes: string | null;
	archived: boolean;
}

/** S4: a contact as it is written down, before it has an id. */
export type ContactFields = Pick<Contact, ContactField>;

/** One page of the shop's contacts. */
export interface ContactList {
	contacts: Contact[];
	/** The `cursor` that asks for the next page; `null` on the last one. */
	next: string | null;
	/** Whether nobody matched what was asked for, and these are only close to it. */
	similar: boolean;
}
