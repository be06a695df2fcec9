import { ChangeDisplayInput } from '#lib/displays/display-input.ts';
import { changeDisplay } from '#lib/server/displays/change-display.ts';
import { revokeDisplay } from '#lib/server/displays/revoke-display.ts';
import { answer, answerNothing, api, readInput } from '#lib/server/http/api.ts';
import { pathId } from '#lib/server/http/path-id.ts';
import type { RequestEvent } from './$types';

export const PATCH = api(async (event: RequestEvent, { deps, actor }) => {
	const id = pathId(event.params.id, 'display.not_found');
	const input = await readInput(event, ChangeDisplayInput);
	return answer({ display: await changeDisplay(deps, actor, id, input) });
});

export const DELETE = api(async ({ params }: RequestEvent, { deps, actor }) => {
	await revokeDisplay(deps, actor, pathId(params.id, 'display.not_found'));
	return answerNothing();
});
