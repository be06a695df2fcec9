import type { Cycle } from '#lib/dashboard/dashboard.ts';
import { STATUSES, type Status } from '#lib/jobs/status.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { Statements } from '#lib/server/db/transaction.ts';
import type { LogPlace } from './log-place.ts';

/**
 * P4: how long jobs stayed in each status, of all stays that ended since an instant; `place` lies before it.
 *
 * A stay begins with taking in, moving in or reopening, and ends with moving on or closing. Moves that were undone have
 * not been made, and jobs that were deleted have not been there. A hold interrupts a stay and is a stay in On hold: a job
 * that comes back to where it was held from goes on with that stay (G4), and the time on hold is not in it.
 */
export async function readCycle(sql: Statements, place: LogPlace, since: Instant): Promise<Cycle[]> {
	const rows = await sql<{ status: Status; stays: number; median: number; p80: number }[]>`
		with ${steps(sql, place)}, ${parts(sql)}
		select status, count(*)::integer as stays,
			percentile_cont(0.5) within group (order by hours) as median,
			percentile_cont(0.8) within group (order by hours) as p80
		from (
			select status, sum(hours) as hours, max(left_at) as left_at from parts
			where status is not null
			group by job_number, stay, hold, status
		) stays
		where left_at >= ${since}
		group by status`;
	return STATUSES.map((status) => {
		const row = rows.find((row) => row.status === status);
		return { status, stays: row?.stays ?? 0, median: row?.median ?? null, p80: row?.p80 ?? null };
	});
}

/**
 * Into which status each job went, and when; `null` for off the board. All of the jobs that did anything since, from
 * their beginning on: what lies before the place is read for those alone that were there already. Rows are cut to what
 * is needed before they are sorted, which is most of the work otherwise.
 */
function steps(sql: Statements, { shopId, version }: LogPlace) {
	const step = sql`
		job_number, version, kind,
		case kind when 'created' then coalesce((set ->> 'statusSince')::timestamptz, at) else at end as at,
		case kind when 'moved' then fact ->> 'to' when 'closed' then null else fact ->> 'status' end as status`;
	const counts = sql`
		kind in ('created', 'moved', 'undone', 'closed', 'reopened', 'deleted')
			and (kind not in ('moved', 'undone') or fact ->> 'from' <> fact ->> 'to')`;
	return sql`
		recent as materialized (
			select ${step} from job_events where shop_id = ${shopId} and version >= ${version} and ${counts}
		),
		earlier as materialized (
			select ${step} from job_events
			where shop_id = ${shopId} and version < ${version} and ${counts} and job_number in (
				select job_number from recent group by job_number having not bool_or(kind = 'created')
			)
		),
		steps as (
			select job_number, version, at, status from (
				select *, lead(kind) over (partition by job_number order by version) as next_kind
				from (select * from earlier union all select * from recent) logged
				where job_number not in (select job_number from recent where kind = 'deleted')
			) followed
			where kind <> 'undone' and not (kind = 'moved' and next_kind is not distinct from 'undone')
		)`;
}

/**
 * The parts of the stays: hours of each, the stay that it belongs to, and when that was left for good, which only its
 * last part knows. Nothing leads from On hold to On hold, so a hold is exactly one step between two others.
 */
function parts(sql: Statements) {
	return sql`
		beside as (
			select *,
				lag(status) over life as before_1, lag(status, 2) over life as before_2,
				lead(at) over life as next_at, lead(status) over life as next_1,
				lead(at, 2) over life as next_at_2, lead(status, 2) over life as next_2
			from steps
			window life as (partition by job_number order by version)
		),
		parts as (
			select job_number, status,
				extract(epoch from next_at - at)::float8 / 3600 as hours,
				case when status = 'OH' then version end as hold,
				count(*) filter (
					where status <> 'OH' and not (before_1 is not distinct from 'OH' and before_2 is not distinct from status)
				) over (partition by job_number order by version) as stay,
				case
					when status = 'OH' or next_1 is distinct from 'OH' then next_at
					when next_2 is distinct from status then next_at_2
				end as left_at
			from beside
		)`;
}
