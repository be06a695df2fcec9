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
		customers: CUSTOMER_NAME_EXAMPLES[customers],
		theme: THEME_NAMES[theme],
		sound: sound ? 'On' : 'Off'
	} satisfies Record<keyof DisplaySettings, string>;
}
