import type { ContactField, ContactFields, ContactRole } from './contact.ts';
import type { ReachKind } from './same-reach.ts';

export const ROLE_LABELS: Record<ContactRole, string> = { customer: 'Customer', vendor: 'Vendor' };

/** S4, S2: the fields of a contact, as forms, conflicts and "Update from contact" call them. */
export const FIELD_LABELS: Record<ContactField, string> = {
	name: 'Name',
	company: 'Company',
	roles: 'Who they are',
	email: 'E-mail',
	phone: 'Phone',
	address: 'Address',
	taxExempt: 'Tax-exempt',
	taxNumber: 'Certificate number',
	notes: 'Notes'
};

const NOTHING = 'nothing';

/** What stands in a field, where two values are set against each other. */
export function fieldWords(value: ContactFields[ContactField]): string {
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (Array.isArray(value)) return value.map((role) => ROLE_LABELS[role]).join(', ') || NOTHING;
	return value || NOTHING;
}

export const FIND_PLACEHOLDERS: Record<ContactRole, string> = {
	customer: 'Name, company or phone',
	vendor: 'Company or name'
};

export const NEW_LABELS: Record<ContactRole, string> = { customer: 'New customer', vendor: 'New vendor' };

/** How a new contact is reached. */
export const REACH_LABELS: Record<ContactRole, string> = { customer: 'Phone', vendor: 'E-mail' };

export const CHOOSE_ANOTHER = 'Choose somebody from the list instead';
export const CHOOSE_CONTACT: Record<ContactRole, string> = {
	customer: 'Choose the customer from the list, or add a new one.',
	vendor: 'Choose the vendor from the list, or add a new one.'
};

export function addLabel(query: string, role: ContactRole): string {
	const name = query.trim();
	return name ? `Add “${name}”` : `Add a new ${role}`;
}

/** The rest of a new contact, which most jobs do not need. */
export const MORE: Record<ContactRole, string> = {
	customer: 'Company, e-mail, address, tax',
	vendor: 'Contact person, phone, address, tax'
};
export const CONTACT_PERSON = 'Contact person';
export const TAX_EXEMPT = 'Does not pay sales tax';

const HAS_THIS: Record<ReachKind, string> = { phone: 'this number', email: 'this e-mail address' };

/** Somebody is reached like this already; `as` says what they are where they cannot be chosen. */
export function sameWords(label: string, kind: ReachKind, as: ContactRole | null): string {
	const who = as ? `${label}, a ${as},` : label;
	return `${who} has ${HAS_THIS[kind]} already.`;
}

export function useInstead(label: string): string {
	return `Use ${label} instead`;
}

export function openContact(label: string): string {
	return `Open ${label}`;
}
