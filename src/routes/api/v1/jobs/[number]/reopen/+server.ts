import { ReopenInput } from '#lib/jobs/job-input.ts';
import { answer, api, readInput } from '#lib/server/http/api.ts';
import { reopenJob } from '#lib/server/jobs/reopen-job.ts';
import { numberIn } from '#lib/server/jobs/numbered.ts';
import type { RequestEvent } from './$types';

export const POST = api(async (event: RequestEvent, { deps, actor }) => {
	const number = numberIn(event.params);
	const input = await readInput(event, ReopenInput);
	return answer(await reopenJob(deps, actor, number, input));
});
