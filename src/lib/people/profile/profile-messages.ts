export const PROFILE = 'Your profile';

export const NAME = {
	title: 'You',
	name: 'Name',
	hint: 'As the others see it on jobs and in the history.',
	email: 'E-mail',
	emailHint: 'You sign in with it.',
	role: 'Role',
	submit: 'Save',
	saved: 'Your name is saved.'
};

export const PASSWORD = {
	title: 'Password',
	lead: 'Everywhere else you are signed out when you change it.',
	current: 'Current password',
	next: 'New password',
	hint: 'At least 10 characters. A short sentence is easy to remember.',
	submit: 'Change the password',
	saved: 'Your password is changed. Everywhere else you are signed out.'
};

export const SESSIONS = {
	title: 'Where you are signed in',
	here: 'this one',
	since: (day: string) => `since ${day}`,
	used: (ago: string) => `used ${ago}`,
	end: 'Sign out',
	endOf: (device: string) => `Sign out: ${device}`,
	endOthers: 'Sign out everywhere else',
	ended: (device: string) => `${device} is signed out.`,
	allEnded: 'You are signed out everywhere else.',
	alone: 'You are signed in nowhere else.'
};
