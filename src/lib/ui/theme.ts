/** The order in which the switch goes round. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = 'theme';

/** A cookie's value; anything unknown follows the system. */
export function themeOf(value: string | undefined): Theme {
	return THEMES.find((theme) => theme === value) ?? 'system';
}

/** The attribute of the root element, which `app.css` reads; the server writes it, so that no page flashes. */
export function themeAttribute(theme: Theme): string {
	return theme === 'system' ? '' : ` data-theme="${theme}"`;
}
