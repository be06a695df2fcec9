import * as v from 'valibot';
import { MutationId } from '#lib/jobs/job-input.ts';
import { CONTACT_ROLES } from './contact.ts';

const Line = (max: number) =>
	v.pipe(v.string('This must be text.'), v.trim(), v.maxLength(max, `At most ${max} characters.`));

/** S4 */
export const CreateContactInput = v.strictObject({
	mutationId: MutationId,
	name: v.pipe(Line(200), v.minLength(1, 'A name is needed.')),
	company: v.optional(v.nullable(Line(200))),
	roles: v.pipe(
		v.array(v.picklist(CONTACT_ROLES, 'A contact is a customer, a vendor or both.')),
		v.minLength(1, 'A contact is a customer, a vendor or both.')
	),
	email: v.optional(
		v.nullable(v.union([v.literal(''), v.pipe(Line(254), v.email('This is not an e-mail address.'))]))
	),
	phone: v.optional(v.nullable(Line(50))),
	address: v.optional(v.nullable(Line(500))),
	taxExempt: v.optional(v.boolean('This must be yes or no.')),
	taxNumber: v.optional(v.nullable(Line(50))),
	notes: v.optional(v.nullable(Line(5000)))
});
export type CreateContactInput = v.InferOutput<typeof CreateContactInput>;
