/** S4: one record can be a customer, a vendor or both. */
export const CONTACT_ROLES = ['customer', 'vendor'] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];

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
