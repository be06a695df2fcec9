import { assertNever } from '#lib/kernel/assert-never.ts';
import { fieldOf, isDescending, type Sort } from '#lib/finding/sorts.ts';
import { OUTCOMES } from '#lib/jobs/job.ts';
import { STATUSES } from '#lib/jobs/status.ts';
import type { Statements } from '#lib/server/db/transaction.ts';
import type { ListRequest } from './list-request.ts';
import { matchOf } from './search-sql.ts';

/** Beyond every instant; a whole number of milliseconds. */
const FOR_EVER = 9_000_000_000_000_000;

/** L1: what the list is ordered by, of `jobs j`, `job_search f` and the people `n`. */
export function sortKey(
	sql: Statements,
	{ sort, search }: Pick<ListRequest, 'sort' | 'search'>,
	number: ReturnType<typeof matchOf>
) {
	const field = fieldOf(sort);
	switch (field) {
		case 'number':
			return number;
		case 'customer':
			return sql`f.customer`;
		case 'promised':
			return sql`(j.promised_on - date '2000-01-01')`;
		case 'status':
			return sql.unsafe(STATUS_KEY);
		case 'days':
			return daysKey(sql, sort);
		case 'salesperson':
			return sql`n.name`;
		case 'updated':
			return sql`j.version`;
		case 'match':
			return search ? matchOf(sql, search) : sql`0`;
		default:
			return assertNever(field);
	}
}

/** The order of the board's columns, and behind them what has left the board. */
const STATUS_KEY = `case when j.closed_at is null
	then case j.status ${STATUSES.map((status, place) => `when '${status}' then ${place}`).join(' ')} end
	else case j.outcome ${OUTCOMES.map((outcome, place) => `when '${outcome}' then ${STATUSES.length + place}`).join(' ')} end
	end`;

/** G2: the longer in the status, the larger. A closed job has no days, and comes last either way. */
function daysKey(sql: Statements, sort: Sort) {
	const closed = isDescending(sort) ? -FOR_EVER : FOR_EVER;
	return sql`case when j.closed_at is null then -(extract(epoch from j.status_since) * 1000)::bigint
		else ${closed}::bigint end`;
}
