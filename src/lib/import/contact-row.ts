import { CONTACT_FIELDS, type ContactField } from './contact-fields.ts';
import { ContactDraft } from './contact-draft.ts';
import type { FieldIssue } from './issue.ts';
import { RowReader } from './row-reader.ts';
import type { SheetRow } from './row-keys.ts';
import { readRoles, readYesNo } from './words.ts';

export interface ContactRow {
	/** `null` when anything is wrong. */
	draft: ContactDraft | null;
	issues: FieldIssue<ContactField>[];
}

/** S4: reads a row of a file of contacts, and names all that is wrong with it. Who is said to be nothing is a customer. */
export function readContactRow(row: SheetRow<ContactField>): ContactRow {
	const reader = new RowReader(row);
	const input = {
		name: reader.text('name'),
		company: reader.text('company'),
		roles: reader.read('roles', readRoles) ?? ['customer'],
		email: reader.text('email'),
		phone: reader.text('phone'),
		address: reader.text('address'),
		taxExempt: reader.read('taxExempt', readYesNo) ?? false,
		taxNumber: reader.text('taxNumber'),
		notes: reader.text('notes')
	};
	const draft = reader.check(ContactDraft, input, (part) =>
		part in CONTACT_FIELDS ? (part as ContactField) : 'roles'
	);
	return { draft: reader.issues.length > 0 ? null : draft, issues: reader.issues };
}
