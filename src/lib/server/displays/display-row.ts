import { DEFAULT_DISPLAY, type DisplaySettings } from '#lib/displays/display.ts';

/** A display's row, as the client hands it over. */
export interface DisplayRow {
	shop_id: string;
	id: string;
	name: string;
	settings: Partial<DisplaySettings>;
}

/** A display that was paired before a setting existed has what a new one starts with. */
export function settingsOf({ settings }: Pick<DisplayRow, 'settings'>): DisplaySettings {
	return { ...DEFAULT_DISPLAY, ...settings };
}
