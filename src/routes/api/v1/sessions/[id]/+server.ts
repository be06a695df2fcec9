import { AppError } from '#lib/server/app-error.ts';
import { answerNothing, api } from '#lib/server/http/api.ts';
import { endOwnSession } from '#lib/server/people/own-sessions.ts';
import type { RequestEvent } from './$types';

/** The hash of a token. */
const SESSION_ID = /^[\da-f]{64}$/;

export const DELETE = api(async (event: RequestEvent, { deps, actor }) => {
	const { id } = event.params;
	if (!SESSION_ID.test(id)) throw new AppError('not_found');
	await endOwnSession(deps, actor, id);
	return answerNothing();
});
