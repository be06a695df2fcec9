import type { RequestEvent } from '@sveltejs/kit';
import { readSession } from '#lib/server/people/sessions.ts';
import { bearerToken } from './foreign-write.ts';
import { SESSION_COOKIE, setSessionCookie } from './session-cookie.ts';

/** No token of ours is longer. */
const TOKEN_LENGTH = 64;

/**
 * P3: finds out who asks, from the bearer token or else the cookie, with one statement. A cookie that means nothing is
 * left alone: deleting it could race with the same browser's signing in.
 */
export async function authenticate(event: RequestEvent): Promise<void> {
	const bearer = bearerToken(event.request.headers);
	const token = bearer ?? event.cookies.get(SESSION_COOKIE);
	if (!token || token.length > TOKEN_LENGTH) return;
	const found = await readSession(event.locals.deps, token);
	if (!found) return;
	event.locals.actor = found.actor;
	event.locals.session = found.session;
	if (found.session.fresh && bearer === null) setSessionCookie(event, token);
}
