import { answer, answerNothing, api } from '#lib/server/http/api.ts';
import { endOtherSessions, listSessions } from '#lib/server/people/own-sessions.ts';

export const GET = api(async ({ locals }, { deps, actor }) =>
	answer({ sessions: await listSessions(deps, actor, locals.session?.id) })
);

export const DELETE = api(async ({ locals }, { deps, actor }) => {
	await endOtherSessions(deps, actor, locals.session?.id);
	return answerNothing();
});
