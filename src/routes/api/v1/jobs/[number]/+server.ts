import { answer, api } from '#lib/server/http/api.ts';
import { numberIn } from '#lib/server/jobs/numbered.ts';
import { readJob } from '#lib/server/jobs/read-job.ts';
import type { RequestEvent } from './$types';

export const GET = api(async ({ params }: RequestEvent, { deps, actor }) => {
	const job = await readJob(deps, actor, numberIn(params));
	return answer({ version: job.version, job });
});
