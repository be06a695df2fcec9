import type { Week } from '#lib/dashboard/dashboard.ts';
import { startOfDay, type Day } from '#lib/kernel/dates.ts';
import type { Statements } from '#lib/server/db/transaction.ts';
import type { LogPlace } from './log-place.ts';

/**
 * P4: what came and went in each of the weeks that begin on these days. A job counts as taken in on the day that its
 * card says, which an import takes from its file; as picked up when that was its last word. Deleted jobs count nowhere.
 */
export async function readThroughput(
	sql: Statements,
	{ shopId, version }: LogPlace,
	{ weeks, timeZone }: { weeks: readonly Day[]; timeZone: string }
): Promise<Week[]> {
	const begins = weeks.map((day) => startOfDay(timeZone, day));
	const rows = await sql<{ week: number; taken_in: number; picked_up: number }[]>`
		with logged as materialized (
			select job_number, version, kind, fact ->> 'outcome' as outcome,
				case kind when 'created' then coalesce((set ->> 'createdAt')::timestamptz, at) else at end as at
			from job_events
			where shop_id = ${shopId} and version >= ${version} and kind in ('created', 'closed', 'reopened', 'deleted')
		),
		followed as (
			select *, lead(kind) over (partition by job_number order by version) as next_kind from logged
			where job_number not in (select job_number from logged where kind = 'deleted')
		)
		select width_bucket(at, (select ${begins}::text[]::timestamptz[])) as week,
			count(*) filter (where kind = 'created')::integer as taken_in,
			count(*) filter (where outcome = 'picked_up' and next_kind is null)::integer as picked_up
		from followed group by week`;
	return weeks.map((from, index) => {
		const row = rows.find(({ week }) => week === index + 1);
		return { from, takenIn: row?.taken_in ?? 0, pickedUp: row?.picked_up ?? 0 };
	});
}
