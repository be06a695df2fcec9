import * as v from 'valibot';
import { expect, test } from 'vitest';
import { EmailInput } from './person-input.ts';
import { SignInInput } from './sign-in-input.ts';

const CONTROL = ['a\u0000@a.com', '\u0000', 'a@a.com\u0000', 'a\u0007@a.com', 'a\u009f@a.com'];

test.each(CONTROL)('[P3] signing in as %j is refused before the database would', (email) => {
	const parsed = v.safeParse(SignInInput, { email, password: 'a password' });
	expect(parsed.issues?.[0].message).toBe('Control characters are not allowed.');
});

test.each(CONTROL)('[P3] %j is nobody’s e-mail address', (email) => {
	expect(v.safeParse(EmailInput, email).success).toBe(false);
});

test('[P3] what is typed need not be an address: whether it is right is the server’s word', () => {
	expect(v.parse(SignInInput, { email: ' ANA ', password: ' x ' })).toEqual({
		email: 'ana',
		password: ' x '
	});
});
