import type { Cookies } from '@sveltejs/kit';
import type { Instant } from '#lib/kernel/dates.ts';
import type { Config } from '../config.ts';

export const SESSION_COOKIE = 'benchboard_session';

/** What a cookie is set on; every request event is one. */
export interface CookieHolder {
	cookies: Cookies;
	request: Request;
	locals: { config: Config };
}

export function setSessionCookie(event: CookieHolder, token: string, expiresAt: Instant): void {
	event.cookies.set(SESSION_COOKIE, token, { ...attributes(event), expires: new Date(expiresAt) });
}

export function clearSessionCookie(event: CookieHolder): void {
	event.cookies.delete(SESSION_COOKIE, attributes(event));
}

function attributes(event: CookieHolder) {
	return { path: '/', httpOnly: true, sameSite: 'lax', secure: isEncrypted(event) } as const;
}

/** The browser says which scheme it speaks wherever it sends an Origin; elsewhere the public address decides. */
function isEncrypted({ request, locals }: CookieHolder): boolean {
	const origin = request.headers.get('origin') ?? locals.config.origin;
	return origin?.startsWith('https:') ?? false;
}
