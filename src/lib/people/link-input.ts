import * as v from 'valibot';
import { MutationId } from '#lib/jobs/job-input.ts';
import { EmailInput, NameInput, NewPasswordInput, PersonNameInput, RoleInput } from './person-input.ts';

/** P3: whom an admin invites, as what. Sent again under the same id it is one invitation, under a new link. */
export const InviteInput = v.strictObject({
	mutationId: v.optional(MutationId),
	name: PersonNameInput,
	role: RoleInput
});
export type InviteInput = v.InferOutput<typeof InviteInput>;

/** P3: what somebody who was invited chooses. */
export const JoinInput = v.object({
	name: NameInput('Enter your name.'),
	email: EmailInput,
	password: NewPasswordInput
});
export type JoinInput = v.InferOutput<typeof JoinInput>;

/** P3: the new password of somebody who forgot theirs. */
export const ResetPasswordInput = v.object({ password: NewPasswordInput });
