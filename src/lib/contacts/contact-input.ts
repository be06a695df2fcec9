import * as v from 'valibot';
import { Count, MutationId, Text } from '#lib/jobs/job-input.ts';
import { ID } from '#lib/kernel/ids.ts';
import { isEmail } from '#lib/people/email.ts';
import { CONTACT_ROLES } from './contact.ts';

/** Most contacts of one page. */
export const CONTACTS_LIMIT = 200;

/** Text of one line: whatever spaces it was pasted with become one. */
const Line = (max: number) =>
	v.pipe(
		v.string('This must be text.'),
		v.transform((text) => text.replace(/\s+/gu, ' ')),
		Text(max)
	);

/** Phones and mail programs copy these invisible marks along with numbers and addresses; nobody types them. */
const unmarked = v.transform((text: string) =>
	text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
);
const Pasted = (max: number) => v.pipe(v.string('This must be text.'), unmarked, Line(max));

/** Nothing typed is nothing known. */
const orNull = v.transform((text: string) => text || null);

const Email = v.pipe(
	Pasted(254),
	v.check((text) => text === '' || isEmail(text), 'This is not an e-mail address.'),
	orNull
);

const A_ROLE = 'A contact is a customer, a vendor or both.';

const FIELDS = {
	name: v.pipe(Line(200), v.minLength(1, 'A name is needed.')),
	company: v.nullable(v.pipe(Line(200), orNull)),
	roles: v.pipe(
		v.array(v.picklist(CONTACT_ROLES, A_ROLE), A_ROLE),
		v.minLength(1, A_ROLE),
		v.transform((roles) => CONTACT_ROLES.filter((role) => roles.includes(role)))
	),
	email: v.nullable(Email),
	phone: v.nullable(v.pipe(Pasted(50), orNull)),
	address: v.nullable(v.pipe(Text(500), orNull)),
	taxExempt: v.boolean('This must be yes or no.'),
	taxNumber: v.nullable(v.pipe(Line(50), orNull)),
	notes: v.nullable(v.pipe(Text(5000), orNull))
};
const { name, roles, ...optional } = FIELDS;

/** S4 */
export const CreateContactInput = v.strictObject({
	mutationId: MutationId,
	name,
	roles,
	...v.partial(v.object(optional)).entries
});
export type CreateContactInput = v.InferOutput<typeof CreateContactInput>;

/** S4: what is changed, and the version that was seen; fields that are not named stay as they are. */
export const ChangeContactInput = v.strictObject({
	mutationId: MutationId,
	version: v.optional(
		v.pipe(
			v.number('This must be a version.'),
			v.integer('This must be a version.'),
			v.minValue(1, 'This must be a version.'),
			v.maxValue(2_147_483_647, 'This must be a version.')
		)
	),
	...v.partial(v.object(FIELDS)).entries
});
export type ChangeContactInput = v.InferOutput<typeof ChangeContactInput>;

/** S4: archiving, and taking it back. */
export const ArchiveContactInput = v.strictObject({ mutationId: MutationId });
export type ArchiveContactInput = v.InferOutput<typeof ArchiveContactInput>;

/**
 * `GET /api/v1/contacts`: `q` is looked for in name, company, e-mail and the digits of the phone number; `cursor` is
 * what the page before answered as `next`.
 */
export const ListContactsInput = v.strictObject({
	q: v.optional(Pasted(100), ''),
	role: v.optional(v.picklist(CONTACT_ROLES, 'A contact is a customer or a vendor.')),
	archived: v.optional(v.picklist(['true', 'false'], 'This must be true or false.')),
	cursor: v.optional(v.pipe(v.string(), v.regex(ID, 'This is no place in the list.'))),
	limit: v.optional(Count(CONTACTS_LIMIT))
});
export type ListContactsInput = v.InferOutput<typeof ListContactsInput>;
