import * as v from 'valibot';
import { MutationId } from '#lib/jobs/job-input.ts';
import { NameInput, NewPasswordInput } from './person-input.ts';

/** P3: what everybody changes about themselves. */
export const ChangeProfileInput = v.strictObject({
	mutationId: MutationId,
	name: NameInput('Enter your name.')
});
export type ChangeProfileInput = v.InferOutput<typeof ChangeProfileInput>;

/** P3: a new password of one's own, for the one that is known. */
export const ChangePasswordInput = v.strictObject({
	current: v.pipe(
		v.string('Enter your password.'),
		v.nonEmpty('Enter your password.'),
		v.maxLength(1000, 'This password is too long.')
	),
	password: NewPasswordInput
});
export type ChangePasswordInput = v.InferOutput<typeof ChangePasswordInput>;
