import { MoveInput } from '#lib/jobs/job-input.ts';
import { answer, api, readInput } from '#lib/server/http/api.ts';
import { moveJob } from '#lib/server/jobs/move-job.ts';
import { numberIn } from '#lib/server/jobs/numbered.ts';
import type { RequestEvent } from './$types';

export const POST = api(async (event: RequestEvent, { deps, actor }) => {
	const number = numberIn(event.params);
	const input = await readInput(event, MoveInput);
	const moved = await moveJob(deps, actor, number, input);
	deps.metrics.moveCommitted(performance.now() - event.locals.begunAt);
	return answer(moved);
});
