import { randomUUID } from 'node:crypto';
import { EditJobInput } from '#lib/jobs/edit-input.ts';
import { DeleteJobInput } from '#lib/jobs/job-input.ts';
import { answer, answerNothing, api, readInput } from '#lib/server/http/api.ts';
import { parseQuery } from '#lib/server/http/parse-query.ts';
import { deleteJob } from '#lib/server/jobs/delete-job.ts';
import { editJob } from '#lib/server/jobs/edit-job.ts';
import { numberIn } from '#lib/server/jobs/numbered.ts';
import { readJob } from '#lib/server/jobs/read-job.ts';
import type { RequestEvent } from './$types';

export const GET = api(async ({ params }: RequestEvent, { deps, actor }) => {
	const job = await readJob(deps, actor, numberIn(params));
	return answer({ version: job.version, job });
});

export const PATCH = api(async (event: RequestEvent, { deps, actor }) =>
	answer(await editJob(deps, actor, numberIn(event.params), await readInput(event, EditJobInput)))
);

export const DELETE = api(async ({ params, url }: RequestEvent, { deps, actor }) => {
	const { mutationId = randomUUID() } = parseQuery(DeleteJobInput, url);
	await deleteJob(deps, actor, numberIn(params), { mutationId });
	return answerNothing();
});
