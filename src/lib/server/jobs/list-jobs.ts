import type { ListJobsInput } from '#lib/jobs/job-input.ts';
import type { JobList } from '#lib/jobs/job-list.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { Deps } from '#lib/server/deps.ts';
import { CARD_COLUMNS, CARD_JOINS, closingOf, toCard, type CardRow, type ClosingRow } from './job-row.ts';

/** L1: the shop's jobs, closed ones included, newest first, a page at a time. */
export async function listJobs(deps: Deps, actor: Actor, input: ListJobsInput): Promise<JobList> {
	const { sql } = deps;
	const { status, type, closed, cursor, limit } = input;
	const rows = await sql<(CardRow & ClosingRow)[]>`
		select ${sql.unsafe(CARD_COLUMNS)}, j.closed_at, j.outcome, j.closing_reason
		from jobs j ${sql.unsafe(CARD_JOINS)}
		where j.shop_id = ${actor.shopId}
			${status ? sql`and j.status = ${status}` : sql``}
			${type ? sql`and j.type = ${type}` : sql``}
			${closed ? sql`and (j.closed_at is not null) = ${closed === 'true'}` : sql``}
			${cursor ? sql`and j.number < ${cursor}` : sql``}
		order by j.number desc limit ${limit + 1}`;
	const jobs = rows.slice(0, limit).map((row) => ({ ...toCard(row), closing: closingOf(row) }));
	return { jobs, next: rows.length > limit ? String(jobs.at(-1)?.number) : null };
}
