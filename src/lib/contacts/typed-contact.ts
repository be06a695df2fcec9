import {
	CONTACT_FIELDS,
	CONTACT_ROLES,
	type ContactField,
	type ContactFields,
	type ContactRole
} from './contact.ts';

/** A contact as it stands in the fields of a form: nothing known is an empty field. */
export interface TypedContact {
	name: string;
	company: string;
	roles: ContactRole[];
	email: string;
	phone: string;
	address: string;
	taxExempt: boolean;
	taxNumber: string;
	notes: string;
}

export const NOBODY: ContactFields = {
	name: '',
	company: null,
	roles: [],
	email: null,
	phone: null,
	address: null,
	taxExempt: false,
	taxNumber: null,
	notes: null
};

export function typedOf(fields: ContactFields): TypedContact {
	const entries = CONTACT_FIELDS.map((field) => [field, typedField(fields, field)]);
	return Object.fromEntries(entries) as unknown as TypedContact;
}

/** One field as a form shows it. */
export function typedField<Field extends ContactField>(
	fields: ContactFields,
	field: Field
): TypedContact[Field] {
	return (fields[field] ?? '') as TypedContact[Field];
}

/** What was typed, as it is sent and compared. */
export function fieldsOf(typed: TypedContact): ContactFields {
	const { name, company, email, phone, address, taxExempt, taxNumber, notes } = typed;
	return {
		name,
		company: company || null,
		roles: CONTACT_ROLES.filter((role) => typed.roles.includes(role)),
		email: email || null,
		phone: phone || null,
		address: address || null,
		taxExempt,
		taxNumber: taxNumber || null,
		notes: notes || null
	};
}
