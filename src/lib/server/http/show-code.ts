import type { RequestEvent } from '@sveltejs/kit';
import type { Pairing, ScreenState } from '#lib/displays/pairing-code.ts';
import { issueCode } from '#lib/server/displays/issue-code.ts';
import { countCode, countLook } from '#lib/server/displays/pairing-limits.ts';
import { stateOf } from '#lib/server/displays/screen-state.ts';
import { DISPLAY_COOKIE, setDisplayCookie } from './display-cookie.ts';

/** D1: gives a screen its next code, and the cookie by which it will be known. Throws `request.too_many`. */
export async function showCode(event: RequestEvent): Promise<Pairing> {
	await countCode(event.getClientAddress());
	const { token, pairing } = await issueCode(event.locals.deps, event.cookies.get(DISPLAY_COOKIE));
	setDisplayCookie(event, token);
	return pairing;
}

/** D1: how the screen that asks stands. Throws `request.too_many`. */
export async function lookAtScreen(event: RequestEvent): Promise<ScreenState> {
	await countLook(event.getClientAddress());
	const { db, now } = event.locals.deps;
	const token = event.cookies.get(DISPLAY_COOKIE);
	return token === undefined ? 'unknown' : stateOf(db, token, now());
}
