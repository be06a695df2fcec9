import type { ContactField } from './contact.ts';

/** A field of text in a contact's form. */
export interface FormLine {
	field: Exclude<ContactField, 'roles' | 'taxExempt'>;
	/** Most characters, as the server takes them. */
	max: number;
	type?: 'text' | 'tel' | 'email';
	/** More than one line. */
	rows?: number;
	hint?: string;
}

export const NAME: FormLine = { field: 'name', max: 200 };
export const COMPANY: FormLine = { field: 'company', max: 200 };
export const PHONE: FormLine = { field: 'phone', max: 50, type: 'tel' };
export const EMAIL: FormLine = { field: 'email', max: 254, type: 'email' };
export const ADDRESS: FormLine = { field: 'address', max: 500, rows: 2 };
export const TAX_NUMBER: FormLine = { field: 'taxNumber', max: 50 };
export const NOTES: FormLine = { field: 'notes', max: 5000, rows: 3 };
