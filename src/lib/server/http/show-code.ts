import type { RequestEvent } from '@sveltejs/kit';
import type { Pairing } from '#lib/displays/pairing-code.ts';
import { countCode } from '#lib/server/displays/pairing-limits.ts';
import { issueCode } from '#lib/server/displays/issue-code.ts';
import { DISPLAY_COOKIE, setDisplayCookie } from './display-cookie.ts';

/** D1: gives a screen its next code, and the cookie by which it will be known. Throws `request.too_many`. */
export async function showCode(event: RequestEvent): Promise<Pairing> {
	await countCode(event.getClientAddress());
	const { token, pairing } = await issueCode(event.locals.deps, event.cookies.get(DISPLAY_COOKIE));
	setDisplayCookie(event, token);
	return pairing;
}
