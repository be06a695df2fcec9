import { ORDER_TYPE_NAMES } from '#lib/jobs/messages.ts';
import { STATUS_FACTS, STATUSES } from '#lib/jobs/status.ts';
import type { CustomerNames, Density, DisplaySettings, DisplayTheme } from './display.ts';

export const DENSITY_NAMES: Record<Density, string> = { roomy: 'Roomy', dense: 'Dense' };
export const THEME_NAMES: Record<DisplayTheme, string> = { dark: 'Dark', light: 'Light' };

/** D3: each shown by an example. */
export const CUSTOMER_NAME_EXAMPLES: Record<CustomerNames, string> = {
	full: 'Maria Gomez',
	short: 'Maria G.',
	none: 'No names'
};

/** D3: the same where an example would read as somebody's name. */
const CUSTOMER_NAME_WORDS: Record<CustomerNames, string> = {
	full: 'Full names',
	short: 'First name and initial',
	none: 'No names'
};

/** What an admin picks, as the form and the audit log call it. */
export const SETTING_NAMES: Record<'name' | keyof DisplaySettings, string> = {
	name: 'Name',
	statuses: 'Columns',
	type: 'Order type',
	density: 'Density',
	customers: 'Customers',
	theme: 'Colors',
	sound: 'Sound'
};

export const BOTH_TYPES = 'Custom and repair';

/** D1: a display's settings in words, one by one. */
export function settingWords({ statuses, type, density, customers, theme, sound }: DisplaySettings) {
	const all = statuses.length === STATUSES.length;
	return {
		statuses: all ? 'All columns' : statuses.map((status) => STATUS_FACTS[status].name).join(', '),
		type: type ? ORDER_TYPE_NAMES[type] : BOTH_TYPES,
		density: DENSITY_NAMES[density],
		customers: CUSTOMER_NAME_WORDS[customers],
		theme: THEME_NAMES[theme],
		sound: sound ? 'On' : 'Off'
	} satisfies Record<keyof DisplaySettings, string>;
}

/** D1: what stands on a screen that waits to be paired. */
export const PAIRING = {
	title: 'Pair this screen',
	how: 'An admin of your shop opens',
	andType: ' and types this code.',
	noCode: 'A code will be here in a moment.',
	changes: 'The code changes every 10 minutes. Once it is typed, this screen starts by itself.',
	cutOff: 'The server does not answer. This screen keeps trying.'
};

/** D1: Settings → Displays. */
export const DISPLAYS = {
	title: 'Displays',
	lead: 'Screens on the wall that show the board, read-only, for as long as you let them.',
	pair: 'Pair a screen',
	change: 'Change',
	revoke: 'Revoke',
	emptyTitle: 'No displays yet',
	empty: (address: string) => `Open ${address} on the screen, then type the code that it shows here.`,
	pairedBy: (name: string | null, day: string) => (name ? `Paired by ${name} on ${day}` : `Paired on ${day}`),
	paired: (name: string) => `${name} is paired`,
	changed: (name: string) => `${name} is changed`,
	revoked: (name: string) => `${name} is revoked`
};

export const PAIR_DIALOG = {
	title: 'Pair a screen',
	description: (address: string) =>
		`Open ${address} on the screen. It shows a code of eight letters and digits.`,
	code: 'Code on the screen',
	submit: 'Pair'
};

export const CHANGE_DIALOG = {
	title: (name: string) => `Change ${name}`,
	description: 'The screen follows by itself, within a second or two.',
	submit: 'Save'
};

export const REVOKE_DIALOG = {
	title: (name: string) => `Revoke ${name}?`,
	description:
		'The screen stops showing the board within two seconds, and shows a code instead. To use it again it has to be paired again.',
	submit: 'Revoke',
	dismiss: 'Keep it'
};

export const DISPLAY_FIELDS = {
	nameHint: 'Where it hangs, for instance “Front wall”.',
	customersLabel: 'Customers’ names',
	sound: 'A short tone when a job becomes Ready for pickup',
	wrong: 'Check the marked field.'
};

/** D1: when a display was last connected. */
export const SEEN = {
	now: 'Connected now',
	never: 'Not connected yet',
	today: (time: string) => `Last seen today ${time}`,
	yesterday: (time: string) => `Last seen yesterday ${time}`,
	before: (day: string, time: string) => `Last seen ${day}, ${time}`
};

/** What a screen shows that cannot be told anything at the moment. */
export const UNAVAILABLE = {
	title: 'Back in a moment',
	text: 'The server does not answer. This screen tries again by itself.'
};
