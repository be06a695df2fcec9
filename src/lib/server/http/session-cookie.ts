import type { RequestEvent } from '@sveltejs/kit';
import type { Instant } from '#lib/kernel/dates.ts';

export const SESSION_COOKIE = 'benchboard_session';

/** What a cookie is set on; every request event is one. */
export type CookieHolder = Pick<RequestEvent, 'cookies' | 'request' | 'url'>;

export function setSessionCookie(event: CookieHolder, token: string, expiresAt: Instant): void {
	event.cookies.set(SESSION_COOKIE, token, { ...attributes(event), expires: new Date(expiresAt) });
}

export function clearSessionCookie(event: CookieHolder): void {
	event.cookies.delete(SESSION_COOKIE, attributes(event));
}

function attributes(event: CookieHolder) {
	return { path: '/', httpOnly: true, sameSite: 'lax', secure: isEncrypted(event) } as const;
}

/** The public address decides; a proxy that hides it still passes on the Origin that the browser sends with a form. */
function isEncrypted({ request, url }: CookieHolder): boolean {
	return url.protocol === 'https:' || (request.headers.get('origin')?.startsWith('https:') ?? false);
}
