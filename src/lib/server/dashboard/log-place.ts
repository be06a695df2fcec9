import type { Instant } from '#lib/kernel/dates.ts';
import type { Statements } from '#lib/server/db/transaction.ts';

/** A place in a shop's log: what happened at or after an instant has this version or a later one. */
export interface LogPlace {
	shopId: string;
	at: Instant;
	version: number;
}

/** Nodes whose clocks differ write a log that is in order but for this. */
const CLOCK_SKEW = '5 minutes';

/**
 * Finds the place of an instant in the log. The log is in the order of time, so halving finds it with twenty looks
 * into its primary key, where reading a long past would take seconds. The place lies some minutes too early; whoever
 * reads from there compares the instant too.
 */
export async function findLogPlace(sql: Statements, shopId: string, at: Instant): Promise<LogPlace> {
	const [row] = await sql<{ version: string }[]>`
		with recursive halving (low, high) as (
			select 1::bigint, version + 1 from shops where id = ${shopId}
			union all
			select
				case when middle.is_before then middle.version + 1 else low end,
				case when middle.is_before then high else middle.version end
			from halving
			cross join lateral (
				select (low + high) / 2 as version,
					(
						select at from job_events
						where shop_id = ${shopId} and version >= (low + high) / 2
						order by version limit 1
					) < ${at}::timestamptz - ${CLOCK_SKEW}::interval is true as is_before
			) middle
			where low < high
		)
		select low as version from halving where low >= high`;
	return { shopId, at, version: Number(row?.version ?? 1) };
}
