import * as v from 'valibot';
import { isTimeZone } from '#lib/kernel/dates.ts';
import { EmailInput, NameInput, NewPasswordInput } from './person-input.ts';

/** P2: what a shop and its first admin need. Without a name the admin is called after the e-mail address. */
export const CreateShopInput = v.object({
	name: NameInput('Enter the name of the shop.'),
	timeZone: v.pipe(
		v.string('Choose the time zone.'),
		v.trim(),
		v.nonEmpty('Choose the time zone.'),
		v.check(isTimeZone, 'There is no such time zone.')
	),
	adminName: v.optional(NameInput('Enter your name.')),
	email: EmailInput,
	password: NewPasswordInput
});
export type CreateShopInput = v.InferInput<typeof CreateShopInput>;
