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

/** P3: an admin has decided so just now. */
export const newRole = (role: keyof typeof ROLE_NAMES) => `Your role is now ${ROLE_NAMES[role]}.`;

export const SECTIONS = 'Sections';

/** Where one can go from everywhere; the last one is for admins. On a phone each stands below its sign. */
export const PLACES = [
	{ href: '/work-orders', name: 'Jobs', glyph: 'board', isForAdmins: false },
	{ href: '/dashboard', name: 'Dashboard', glyph: 'chart', isForAdmins: false },
	{ href: '/contacts', name: 'Contacts', glyph: 'people', isForAdmins: false },
	{ href: '/settings', name: 'Settings', glyph: 'sliders', isForAdmins: true }
] as const;

export const PROFILE = 'Your profile';

/** What a phone calls the menu with the own name, the colors and the way out. */
export const YOU = 'You';

/** P3: what stands in place of every page that was open. */
export const ENDED = {
	signed_out: {
		title: 'You are signed out',
		lead: 'Nothing of the shop is shown here until you sign in again.'
	},
	removed: {
		title: 'Your access to this shop has ended',
		lead: 'What you have done stays in its history. An admin of the shop can tell you more.'
	}
};
export const SIGN_IN = 'Sign in';
