import type { JobList } from '#lib/jobs/job-list.ts';
import type { ListJobsInput } from '#lib/jobs/list-input.ts';
import type { Actor } from '#lib/people/actor.ts';
import { instantOf } from '#lib/server/db/instants.ts';
import type { Deps } from '#lib/server/deps.ts';
import { findPage, type PageRow } from '#lib/server/finding/find-page.ts';
import { requestList } from '#lib/server/finding/list-request.ts';
import { closingOf, toCard } from './job-row.ts';

/** L1–L3: the shop’s jobs, closed ones included, a page at a time. Throws as `requestList` does. */
export async function listJobs(deps: Deps, actor: Actor, input: ListJobsInput): Promise<JobList> {
	const request = await requestList(deps, actor, input);
	const { rows, next, previous } = await findPage(deps.sql, request, input.limit);
	return { jobs: rows.map(toListedJob), next, previous };
}

/** A row of the list as people see it. */
export function toListedJob(row: PageRow): JobList['jobs'][number] {
	const updatedAt = instantOf(row.updated_at ?? row.created_at);
	return { ...toCard(row), closing: closingOf(row), updatedAt };
}
