import { error } from '@sveltejs/kit';
import { problemDetail } from '#lib/problems/words.ts';
import { requireSignedIn } from '#lib/server/http/signed-in.ts';
import { readOwnEmail } from '#lib/server/people/own-account.ts';
import { listSessions } from '#lib/server/people/own-sessions.ts';
import type { PageServerLoad } from './$types';

/** P3: everybody's own page, whatever their role. */
export const load: PageServerLoad = async (event) => {
	const actor = requireSignedIn(event);
	if (actor.kind !== 'person') error(403, problemDetail('forbidden'));
	const { deps, session } = event.locals;
	const [email, sessions] = await Promise.all([
		readOwnEmail(deps, actor),
		listSessions(deps, actor, session?.id)
	]);
	return { self: { name: actor.name, role: actor.role, email }, sessions, now: deps.now() };
};
