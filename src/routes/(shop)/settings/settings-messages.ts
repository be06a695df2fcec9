export const SETTINGS = 'Settings';

/** The pages of the settings, in the order in which a shop is set up. */
export const SETTINGS_PAGES = [
	{ href: '/settings', name: 'Shop' },
	{ href: '/settings/people', name: 'People' },
	{ href: '/settings/displays', name: 'Displays' },
	{ href: '/settings/audit', name: 'Audit log' }
];
