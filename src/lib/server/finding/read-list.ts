import * as v from 'valibot';
import { listSearchOf, type ListQuery } from '#lib/finding/list-query.ts';
import { ListJobsInput } from '#lib/jobs/list-input.ts';
import type { ListedJob } from '#lib/jobs/job-list.ts';
import type { Actor } from '#lib/people/actor.ts';
import { AppError, invalidInput } from '#lib/server/app-error.ts';
import type { Deps } from '#lib/server/deps.ts';
import { fieldsOf } from '#lib/server/http/parse-input.ts';
import { toListedJob } from '#lib/server/jobs/list-jobs.ts';
import { countJobs } from './count-jobs.ts';
import { findPage } from './find-page.ts';
import { requestList } from './list-request.ts';

/** Rows of a page of the list. */
const PAGE_SIZE = 100;

/** A page of the list, as people see it. */
export interface ListPage {
	jobs: ListedJob[];
	next: string | null;
	previous: string | null;
	/** Jobs on all pages, counted up to a limit. */
	count: number;
	/** Why there are none: a sentence for each filter that cannot be. */
	refusals: string[];
	/** Whether the place that the address names is not of this list (any more). */
	isStale: boolean;
}

const NOTHING: ListPage = { jobs: [], next: null, previous: null, count: 0, refusals: [], isStale: false };

/** L1–L3: a page of the list for an address. What cannot be listed is said in words, instead of thrown. */
export async function readList(
	deps: Deps,
	actor: Actor,
	query: ListQuery,
	cursor: string | null
): Promise<ListPage> {
	try {
		const request = await requestList(deps, actor, inputOf(query, cursor));
		const [{ rows, next, previous }, count] = await Promise.all([
			findPage(deps.sql, request, PAGE_SIZE),
			countJobs(deps, request)
		]);
		return { ...NOTHING, jobs: rows.map(toListedJob), next, previous, count };
	} catch (error) {
		if (!(error instanceof AppError) || error.code !== 'input.invalid') throw error;
		const { cursor: stale, ...fields } = error.facts.fields ?? {};
		return { ...NOTHING, refusals: [...new Set(Object.values(fields))], isStale: stale !== undefined };
	}
}

function inputOf(query: ListQuery, cursor: string | null): ListJobsInput {
	const asked = Object.fromEntries(new URLSearchParams(listSearchOf(query)));
	const parsed = v.safeParse(ListJobsInput, { ...asked, ...(cursor !== null && { cursor }) });
	if (!parsed.success) throw invalidInput(fieldsOf(parsed.issues));
	return parsed.output;
}
