import type { Fields } from './field.ts';
import type { SheetKind } from './sheet.ts';

/** What the columns of a file of contacts can be. */
export const CONTACT_FIELDS = {
	name: {
		title: 'Name',
		also: ['full name', 'contact', 'contact name', 'customer', 'customer name', 'client', 'client name'],
		required: true
	},
	company: { title: 'Company', also: ['company name', 'firm', 'organization', 'organisation', 'business'] },
	roles: { title: 'Roles', also: ['role', 'type', 'kind', 'contact type', 'customer or vendor'] },
	email: { title: 'E-mail', also: ['email address', 'mail', 'e-mail address'] },
	phone: {
		title: 'Phone',
		also: ['phone number', 'telephone', 'tel', 'mobile', 'mobile number', 'cell', 'cell phone']
	},
	address: { title: 'Address', also: ['postal address', 'street address', 'mailing address'] },
	taxExempt: { title: 'Tax exempt', also: ['tax-free', 'exempt', 'is tax exempt', 'resale'] },
	taxNumber: {
		title: 'Tax number',
		also: ['tax id', 'certificate', 'certificate number', 'resale number', 'vat', 'vat number', 'vat id']
	},
	notes: { title: 'Notes', also: ['note', 'remarks', 'remark', 'comments', 'comment', 'memo'] }
} satisfies Fields<string>;

export type ContactField = keyof typeof CONTACT_FIELDS;

/** Contacts have no numbers: all that a row says tells it apart. */
export const CONTACT_SHEET: SheetKind<ContactField> = { fields: CONTACT_FIELDS, numberField: null };
