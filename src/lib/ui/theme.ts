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

/** The theme that this browser has chosen, by its own cookies. */
export function chosenTheme({ cookie }: Pick<Document, 'cookie'>): Theme {
	const found = cookie.split('; ').find((part) => part.startsWith(`${THEME_COOKIE}=`));
	return themeOf(found?.slice(THEME_COOKIE.length + 1));
}

/** The paper of each theme, which phones continue around the page. */
const PAPERS = { light: '#f4efe6', dark: '#161412' };

/** Puts a page into the theme that was chosen, the bar of an installed app included. */
export function paintTheme(page: Document, theme = chosenTheme(page)): void {
	if (theme === 'system') delete page.documentElement.dataset['theme'];
	else page.documentElement.dataset['theme'] = theme;
	for (const bar of page.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
		const own = bar.media.includes('dark') ? 'dark' : 'light';
		bar.content = PAPERS[theme === 'system' ? own : theme];
	}
}
