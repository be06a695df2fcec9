import type { Role } from './actor.ts';

export const ROLE_NAMES: Record<Role, string> = {
	admin: 'Admin',
	salesperson: 'Salesperson',
	jeweler: 'Jeweler',
	viewer: 'Viewer'
};

/** How the audit log calls what can be changed about a person. */
export const PERSON_FIELDS = { name: 'Name', role: 'Role', access: 'Access' };
export const ACCESS_WORDS = { active: 'Active', ended: 'Ended' };

export const SIGN_IN_WORDS = {
	title: 'Sign in',
	lead: 'To the live job board of your shop.',
	email: 'E-mail',
	password: 'Password',
	button: 'Sign in',
	busy: 'Signing in…',
	forgotten: 'Password forgotten? Ask an admin of your shop: they make you a link to choose a new one.'
};

export const SET_UP_WORDS = {
	title: 'Set up your shop',
	lead: 'Two minutes: name the shop, and make yourself its first admin.',
	code: 'Set-up code',
	codeHint: 'The server printed it when it started.',
	shop: 'Shop name',
	timeZone: 'Time zone',
	timeZoneHint: 'Promised dates and days in status count in it.',
	you: 'You, the first admin',
	yourName: 'Your name',
	email: 'E-mail',
	password: 'Password',
	passwordHint: 'At least 10 characters. A short sentence is easy to remember.',
	button: 'Create the shop',
	busy: 'Creating the shop…',
	demoLead: 'Or look around first, in a shop full of sample jobs.',
	demoButton: 'Open a demo shop',
	demoBusy: 'Filling the demo shop…'
};

export const DEMO_WORDS = {
	title: 'The demo shop is open',
	lead: 'You are signed in as its admin. Open a second browser with another of these sign-ins, and drag a card.',
	password: 'Password for everybody',
	role: 'Role',
	name: 'Name',
	email: 'E-mail',
	go: 'Open the board'
};

export const ERROR_WORDS = {
	notFound: { title: 'There is nothing here', lead: 'The address may be old, or mistyped.' },
	unavailable: {
		title: 'Back in a moment',
		lead: 'The database does not answer. What was saved is safe; try again in a moment.'
	},
	offline: {
		title: 'No connection',
		lead: 'The server could not be reached. What was saved is safe; try again in a moment.'
	},
	fault: { title: 'This did not work', lead: 'Something failed on the server. Go back, or try again.' },
	again: 'Try again',
	board: 'To the board',
	request: 'For whoever looks after the server: request'
};
