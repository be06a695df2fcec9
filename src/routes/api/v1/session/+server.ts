import { deviceName } from '#lib/people/device.ts';
import { SignInInput } from '#lib/people/sign-in-input.ts';
import { answer, answerNothing, api, openApi, readInput } from '#lib/server/http/api.ts';
import { clearSessionCookie, setSessionCookie } from '#lib/server/http/session-cookie.ts';
import { endSession } from '#lib/server/people/sessions.ts';
import { signIn } from '#lib/server/people/sign-in.ts';
import type { RequestHandler } from './$types';

/** P3: signs in; the token works as a bearer token, the cookie is for browsers. */
export const POST: RequestHandler = openApi(async (event, { deps }) => {
	const { email, password } = await readInput(event, SignInInput);
	const device = deviceName(event.request.headers.get('user-agent'));
	const address = event.getClientAddress();
	const { token, user } = await signIn(deps, { email, password, device, address });
	setSessionCookie(event, token);
	return answer({ token, user });
});

/** P3: signs out here and on every open board that was signed in with it. */
export const DELETE: RequestHandler = api(async (event, { deps }) => {
	if (event.locals.session) await endSession(deps, event.locals.session.id);
	clearSessionCookie(event);
	return answerNothing();
});
