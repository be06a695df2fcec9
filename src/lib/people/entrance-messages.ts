import { ROLE_NAMES } from './messages.ts';
import type { Role } from './actor.ts';

/** P3: the pages that a link leads to. */
export const JOIN_WORDS = {
	title: (shop: string) => `Join ${shop}`,
	lead: (name: string, role: Role, madeBy: string | null) =>
		madeBy === null
			? `Welcome, ${name}. You are invited as ${ROLE_NAMES[role]}.`
			: `Welcome, ${name}. ${madeBy} has invited you as ${ROLE_NAMES[role]}.`,
	name: 'Your name',
	nameHint: 'As the others see it on jobs and in the history.',
	email: 'E-mail',
	emailHint: 'You sign in with it.',
	password: 'Password',
	passwordHint: 'At least 10 characters. A short sentence is easy to remember.',
	button: 'Join the shop',
	busy: 'Joining…'
};

export const NEW_PASSWORD_WORDS = {
	title: 'Choose a new password',
	lead: (name: string, shop: string) => `For ${name} at ${shop}. Everywhere else you are signed out.`,
	email: 'E-mail',
	password: 'New password',
	passwordHint: 'At least 10 characters. A short sentence is easy to remember.',
	button: 'Set it and sign in',
	busy: 'Setting it…'
};

/** Whoever opens a link on somebody else's screen. */
export const signedInHere = (name: string) =>
	`${name} is signed in on this screen, and is signed out when you go on.`;

export const LINK_PROBLEM_WORDS = { signIn: 'To the sign-in page', again: 'Try again' };
