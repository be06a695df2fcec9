import { answerNothing, api } from '#lib/server/http/api.ts';
import { pathId } from '#lib/server/http/path-id.ts';
import { withdrawInvitation } from '#lib/server/people/withdraw-invitation.ts';
import type { RequestEvent } from './$types';

export const DELETE = api(async (event: RequestEvent, { deps, actor }) => {
	await withdrawInvitation(deps, actor, pathId(event.params.id, 'link.not_found'));
	return answerNothing();
});
