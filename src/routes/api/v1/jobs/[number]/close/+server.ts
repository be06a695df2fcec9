import { CloseInput } from '#lib/jobs/job-input.ts';
import { answer, api, readInput } from '#lib/server/http/api.ts';
import { closeJob } from '#lib/server/jobs/close-job.ts';
import { numberIn } from '#lib/server/jobs/numbered.ts';
import type { RequestEvent } from './$types';

export const POST = api(async (event: RequestEvent, { deps, actor }) => {
	const number = numberIn(event.params);
	const input = await readInput(event, CloseInput);
	return answer(await closeJob(deps, actor, number, input));
});
