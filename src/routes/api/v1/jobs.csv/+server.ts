import { ExportJobsInput } from '#lib/jobs/list-input.ts';
import { exportJobs } from '#lib/server/finding/export-jobs.ts';
import { api } from '#lib/server/http/api.ts';
import { csvResponse } from '#lib/server/http/csv-response.ts';
import { parseQuery } from '#lib/server/http/parse-query.ts';

export const GET = api(async ({ url }, { deps, actor }) =>
	csvResponse(await exportJobs(deps, actor, parseQuery(ExportJobsInput, url)))
);
