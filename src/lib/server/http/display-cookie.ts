import { SCREEN_COOKIE_AGE, screenCookie, type CookieHolder } from './session-cookie.ts';

export const DISPLAY_COOKIE = 'benchboard_display';

/** D1: what a screen is known by, kept as long as browsers keep anything, and renewed with every page and every snapshot. */
export function setDisplayCookie(event: CookieHolder, token: string): void {
	event.cookies.set(DISPLAY_COOKIE, token, { ...screenCookie(event), maxAge: SCREEN_COOKIE_AGE });
}
