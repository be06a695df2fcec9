export const SIGN_OUT = 'Sign out';
export const SKIP = 'Skip to the content';
export const TO_THE_BOARD = 'To the board';

export const ROLE_NAMES = {
	admin: 'Admin',
	salesperson: 'Salesperson',
	jeweler: 'Jeweler',
	viewer: 'Viewer',
	display: 'Display'
};

export const SECTIONS = 'Sections';

/** Where one can go from everywhere. */
export const PLACES = [
	{ href: '/work-orders', name: 'Jobs' },
	{ href: '/contacts', name: 'Contacts' }
];
