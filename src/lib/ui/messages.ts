export const CANCEL = 'Cancel';
export const CLOSE = 'Close';
export const NOTIFICATIONS = 'Notifications';
export const SEARCHING = 'Searching…';
export const NOTHING_FOUND = 'Nothing found';
export const FAILED =
	'The server could not be reached. Nothing was saved and what you typed is still here; try again.';

export const THEME_NAMES = { system: 'as the system', light: 'light', dark: 'dark' } as const;

export function themeLabel(theme: keyof typeof THEME_NAMES): string {
	return `Colors: ${THEME_NAMES[theme]}`;
}

export const LEAVE_DIALOG = {
	title: 'What you typed is not saved',
	description: 'It is lost when you leave this page.',
	submit: 'Leave and lose it',
	dismiss: 'Stay here'
};
