import { CreateJobInput } from '#lib/jobs/job-input.ts';
import { ListJobsInput } from '#lib/jobs/list-input.ts';
import { answer, api, readInput } from '#lib/server/http/api.ts';
import { parseQuery } from '#lib/server/http/parse-query.ts';
import { createJob } from '#lib/server/jobs/create-job.ts';
import { listJobs } from '#lib/server/jobs/list-jobs.ts';

export const GET = api(async ({ url }, { deps, actor }) =>
	answer(await listJobs(deps, actor, parseQuery(ListJobsInput, url)))
);

export const POST = api(async (event, { deps, actor }) =>
	answer(await createJob(deps, actor, await readInput(event, CreateJobInput)), 201)
);
