import * as v from 'valibot';
import { MutationId, Text } from '#lib/jobs/job-input.ts';
import { CONTACT_ROLES } from './contact.ts';

/** S4 */
export const CreateContactInput = v.strictObject({
	mutationId: MutationId,
	name: v.pipe(Text(200), v.minLength(1, 'A name is needed.')),
	company: v.optional(v.nullable(Text(200))),
	roles: v.pipe(
		v.array(v.picklist(CONTACT_ROLES, 'A contact is a customer, a vendor or both.')),
		v.minLength(1, 'A contact is a customer, a vendor or both.')
	),
	email: v.optional(
		v.nullable(v.union([v.literal(''), v.pipe(Text(254), v.email('This is not an e-mail address.'))]))
	),
	phone: v.optional(v.nullable(Text(50))),
	address: v.optional(v.nullable(Text(500))),
	taxExempt: v.optional(v.boolean('This must be yes or no.')),
	taxNumber: v.optional(v.nullable(Text(50))),
	notes: v.optional(v.nullable(Text(5000)))
});
export type CreateContactInput = v.InferOutput<typeof CreateContactInput>;

/** `GET /api/v1/contacts`: `q` is looked for in name, company, e-mail and the digits of the phone number. */
export const ListContactsInput = v.strictObject({
	q: v.optional(Text(100), ''),
	role: v.optional(v.picklist(CONTACT_ROLES, 'A contact is a customer or a vendor.'))
});
export type ListContactsInput = v.InferOutput<typeof ListContactsInput>;
