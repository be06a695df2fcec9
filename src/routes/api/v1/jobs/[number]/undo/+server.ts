import { UndoInput } from '#lib/jobs/job-input.ts';
import { answer, api, readInput } from '#lib/server/http/api.ts';
import { undoMove } from '#lib/server/jobs/undo-move.ts';
import { numberIn } from '#lib/server/jobs/numbered.ts';
import type { RequestEvent } from './$types';

export const POST = api(async (event: RequestEvent, { deps, actor }) => {
	const number = numberIn(event.params);
	const input = await readInput(event, UndoInput);
	return answer(await undoMove(deps, actor, number, input));
});
