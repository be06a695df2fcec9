import { redirect } from '@sveltejs/kit';
import { clearSessionCookie } from '#lib/server/http/session-cookie.ts';
import { endSession } from '#lib/server/people/sessions.ts';
import type { RequestHandler } from './$types';

/** P3: what the sign-out button's form posts to. */
export const POST: RequestHandler = async (event) => {
	const { session, deps } = event.locals;
	if (session) await endSession(deps, session.id);
	clearSessionCookie(event);
	redirect(303, '/sign-in');
};
