import type { Statements } from '#lib/server/db/transaction.ts';
import type { LogPlace } from './log-place.ts';

/**
 * P4: the numbers of the jobs that somebody has moved to another status since, each once, as a query. A re-order is no
 * move, and a move that was undone has not been made: undoing is always the very next thing that happens to its job (W9).
 */
export function movedSince(sql: Statements, { shopId, at, version }: LogPlace) {
	return sql`
		select distinct job_number from (
			select job_number, kind, at, fact,
				lead(kind) over (partition by job_number order by version) as next_kind
			from job_events where shop_id = ${shopId} and version >= ${version}
		) logged
		where kind = 'moved' and at >= ${at} and fact ->> 'from' <> fact ->> 'to'
			and next_kind is distinct from 'undone'`;
}
