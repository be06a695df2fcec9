import type { ContactRole } from './contact.ts';

export const ROLE_LABELS: Record<ContactRole, string> = { customer: 'Customer', vendor: 'Vendor' };

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
