import { error } from '@sveltejs/kit';
import { abilitiesOf } from '#lib/jobs/abilities.ts';
import { problemDetail } from '#lib/problems/words.ts';
import { requireSignedIn } from '#lib/server/http/signed-in.ts';
import { listInvitations } from '#lib/server/people/list-invitations.ts';
import { readTeam } from '#lib/server/people/read-team.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireSignedIn(event);
	if (!abilitiesOf(actor).managePeople) error(403, problemDetail('forbidden'));
	const { deps } = event.locals;
	const [people, invitations] = await Promise.all([readTeam(deps, actor), listInvitations(deps, actor)]);
	return { people, invitations, now: deps.now() };
};
