import * as v from 'valibot';
import { normalizeEmail } from './email.ts';

/** P3: what signing in asks for. Whether it is right is the server's word alone, so only what nobody's can be is refused. */
export const SignInInput = v.object({
	email: v.pipe(
		v.string('Enter your e-mail address.'),
		v.transform(normalizeEmail),
		v.nonEmpty('Enter your e-mail address.'),
		v.maxLength(254, 'This e-mail address is too long.'),
		v.regex(/^\P{Cc}*$/u, 'Control characters are not allowed.')
	),
	password: v.pipe(
		v.string('Enter your password.'),
		v.nonEmpty('Enter your password.'),
		v.maxLength(1000, 'This password is too long.')
	)
});
export type SignInInput = v.InferOutput<typeof SignInInput>;
