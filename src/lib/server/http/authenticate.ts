import type { RequestEvent } from '@sveltejs/kit';
import { isDisplayToken } from '#lib/server/displays/display-token.ts';
import { findDisplay } from '#lib/server/displays/find-display.ts';
import { readSession, type Session } from '#lib/server/people/sessions.ts';
import { DISPLAY_COOKIE, setDisplayCookie } from './display-cookie.ts';
import { bearerToken } from './foreign-write.ts';
import { SESSION_COOKIE, setSessionCookie } from './session-cookie.ts';

/** No token of ours is longer. */
const TOKEN_LENGTH = 64;

/** Where a screen on the wall comes by again and again, and its cookie is renewed. */
const RENEWING: readonly unknown[] = ['/display', '/api/v1/board'];

/**
 * P3, D1: finds out who asks, from the bearer token or else the cookies, with one statement for each that means something.
 * A cookie that means nothing is left alone: deleting it could race with the same browser's signing in.
 *
 * A browser may hold both a person's session and a display's token: an admin who opened `/display` on the desk. There the
 * person asks, except on `/display`, and by requests that say `as=display`: what that page reads and shows, it reads and
 * shows as the display, whoever is signed in beside it. When the session ends, nobody asks: the person's open board is to
 * say so, and not to go on as a display's.
 */
export async function authenticate(event: RequestEvent): Promise<void> {
	const bearer = bearerToken(event.request.headers);
	if (bearer === null) return recogniseCookies(event);
	await (isDisplayToken(bearer) ? recogniseDisplay : recognisePerson)(event, bearer);
}

async function recogniseCookies(event: RequestEvent): Promise<void> {
	const session = event.cookies.get(SESSION_COOKIE);
	if (session && !asksAsDisplay(event)) {
		const found = await recognisePerson(event, session);
		if (found?.fresh) setSessionCookie(event, session);
		return;
	}
	const display = event.cookies.get(DISPLAY_COOKIE);
	if (!display || !(await recogniseDisplay(event, display))) return;
	if (RENEWING.includes(event.route.id)) setDisplayCookie(event, display);
}

function asksAsDisplay({ route, url }: RequestEvent): boolean {
	return route.id === '/display' || url.searchParams.get('as') === 'display';
}

async function recognisePerson({ locals }: RequestEvent, token: string): Promise<Session | null> {
	const found = token.length > TOKEN_LENGTH ? null : await readSession(locals.deps, token);
	if (!found) return null;
	locals.actor = found.actor;
	locals.session = found.session;
	return found.session;
}

async function recogniseDisplay({ locals }: RequestEvent, token: string): Promise<boolean> {
	const found = token.length > TOKEN_LENGTH ? null : await findDisplay(locals.deps.sql, token);
	if (found) locals.actor = found.actor;
	return found !== null;
}
