import * as v from 'valibot';
import { MutationId } from '#lib/jobs/job-input.ts';
import { ROLES } from './actor.ts';
import { isEmail, normalizeEmail } from './email.ts';

export const PASSWORD_MIN_LENGTH = 10;

/** A name as people type it: one line, trimmed, never empty. */
export const NameInput = (missing: string) =>
	v.pipe(
		v.string(missing),
		v.transform((name) => name.trim().normalize('NFC')),
		v.nonEmpty(missing),
		v.maxLength(100, 'At most 100 characters.'),
		// Nor marks that turn the direction of what follows, nor broken halves of letters.
		v.regex(/^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u, 'Control characters are not allowed.')
	);

export const EmailInput = v.pipe(
	v.string('Enter an e-mail address.'),
	v.transform(normalizeEmail),
	v.nonEmpty('Enter an e-mail address.'),
	v.maxLength(254, 'This e-mail address is too long.'),
	v.check(isEmail, 'This is not an e-mail address.')
);

/** P3: length is what makes a password good; nothing else is asked of it. */
export const NewPasswordInput = v.pipe(
	v.string('Choose a password.'),
	v.minLength(PASSWORD_MIN_LENGTH, `Use at least ${PASSWORD_MIN_LENGTH} characters.`),
	v.maxLength(1000, 'This password is too long.')
);

export const RoleInput = v.picklist(ROLES, `The role is one of ${ROLES.join(', ')}.`);
export const PersonNameInput = NameInput('Enter the person’s name.');

/** P3, W13: what a person needs to be in a shop. */
export const CreatePersonInput = v.object({
	/** The shop's id or name. */
	shop: NameInput('Name the shop.'),
	name: PersonNameInput,
	email: EmailInput,
	role: RoleInput,
	password: NewPasswordInput
});
export type CreatePersonInput = v.InferInput<typeof CreatePersonInput>;

/** P3: what an admin may change about a person. */
export const ChangePersonInput = v.strictObject({
	mutationId: MutationId,
	name: v.optional(PersonNameInput),
	role: v.optional(RoleInput),
	active: v.optional(v.boolean('This must be yes or no.')),
	password: v.optional(NewPasswordInput)
});
export type ChangePersonInput = v.InferOutput<typeof ChangePersonInput>;

/** P3: what an admin sends to add a person to the own shop. */
export const AddPersonInput = v.strictObject({
	mutationId: MutationId,
	...v.omit(CreatePersonInput, ['shop']).entries
});
export type AddPersonInput = v.InferOutput<typeof AddPersonInput>;
