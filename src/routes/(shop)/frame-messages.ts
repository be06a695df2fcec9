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

/** Where one can go from everywhere; the last one is for admins. */
export const PLACES = [
	{ href: '/work-orders', name: 'Jobs', isForAdmins: false },
	{ href: '/dashboard', name: 'Dashboard', isForAdmins: false },
	{ href: '/contacts', name: 'Contacts', isForAdmins: false },
	{ href: '/settings', name: 'Settings', isForAdmins: true }
];

export const PROFILE = 'Your profile';
