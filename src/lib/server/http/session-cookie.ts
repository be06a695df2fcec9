import type { RequestEvent } from '@sveltejs/kit';

export const SESSION_COOKIE = 'benchboard_session';

/**
 * Seconds that a browser keeps the cookie: as long as browsers keep any. When the session itself ends is the server's
 * word alone (P3).
 */
export const SCREEN_COOKIE_AGE = 400 * 24 * 60 * 60;

/** What a cookie is set on; every request event is one. */
export type CookieHolder = Pick<RequestEvent, 'cookies' | 'request' | 'locals'>;

export function setSessionCookie(event: CookieHolder, token: string): void {
	event.cookies.set(SESSION_COOKIE, token, { ...screenCookie(event), maxAge: SCREEN_COOKIE_AGE });
}

export function clearSessionCookie(event: CookieHolder): void {
	event.cookies.delete(SESSION_COOKIE, screenCookie(event));
}

/** What every cookie of ours that says who somebody is has in common. */
export function screenCookie(event: CookieHolder) {
	return { path: '/', httpOnly: true, sameSite: 'lax', secure: isEncrypted(event) } as const;
}

/**
 * With a form the browser says which scheme it speaks; otherwise the public address decides. A shop's own terminals may
 * use plain HTTP beside the public HTTPS address, and would drop a Secure cookie.
 */
function isEncrypted({ request, locals }: CookieHolder): boolean {
	const origin = request.headers.get('origin') ?? locals.config.origin;
	return origin?.startsWith('https:') ?? false;
}
