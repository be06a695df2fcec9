import { assertNever } from '#lib/kernel/assert-never.ts';
import { addDays, startOfDay, type Day } from '#lib/kernel/dates.ts';
import { HELD_BY, type Party } from '#lib/board/waiting-on.ts';
import { restOfWeek, type DueFilter } from '#lib/finding/due-filter.ts';
import type { AgingSettings } from '#lib/jobs/aging.ts';
import { HOLD_REASONS } from '#lib/jobs/job.ts';
import type { ExportJobsInput } from '#lib/jobs/list-input.ts';
import { STATUSES } from '#lib/jobs/status.ts';
import type { LogPlace } from '#lib/server/dashboard/log-place.ts';
import { movedSince } from '#lib/server/dashboard/moved-since.ts';
import type { Statements } from '#lib/server/db/transaction.ts';

/** What the filters by day mean now. */
export interface ListDays {
	/** G1: what the shop counts as today. */
	today: Day;
	aging: AgingSettings;
	/** P4: where today begins in the log; `null` for a list that does not ask. */
	midnight: LogPlace | null;
}

/** L2: what is left of `jobs j`, besides what a search finds; begins with `and` where there is anything to say. */
export function filteredBy(sql: Statements, filters: ExportJobsInput, days: ListDays) {
	const { status, type, salesperson, jeweler, vendor, due, red, waiting, rush, hasVendor, closed } = filters;
	const { midnight } = days;
	return sql`
		${status ? sql`and j.status = ${status}` : sql``}
		${type ? sql`and j.type = ${type}` : sql``}
		${salesperson ? sql`and j.salesperson_id = ${salesperson}` : sql``}
		${jeweler ? sql`and j.jeweler_id = ${jeweler}` : sql``}
		${vendor ? sql`and (j.vendor_id = ${vendor} or j.vendor_name = ${vendor})` : sql``}
		${due ? sql`and j.closed_at is null and ${dueIs(sql, due, days)}` : sql``}
		${red === undefined ? sql`` : sql`and j.closed_at is null and ${isRed(sql, days)} = ${red}`}
		${waiting ? sql`and j.closed_at is null and ${waitsFor(sql, waiting)}` : sql``}
		${rush === undefined ? sql`` : sql`and j.rush = ${rush}`}
		${hasVendor === undefined ? sql`` : sql`and (j.vendor_id is not null) = ${hasVendor}`}
		${closed === undefined ? sql`` : sql`and (j.closed_at is not null) = ${closed}`}
		${midnight ? sql`and j.number in (${movedSince(sql, midnight)})` : sql``}`;
}

/** G1, G6: the same states that `agingOf` tells of an open job. A test compares the two. */
function dueIs(sql: Statements, due: DueFilter, { today, aging }: ListDays) {
	const lastSoon = addDays(today, aging.dueSoonDays);
	const { first, last } = restOfWeek(today);
	switch (due) {
		case 'settled':
			return sql`j.status = 'RP'`;
		case 'overdue':
			return sql`j.status <> 'RP' and j.promised_on < ${today}`;
		case 'due_soon':
			return sql`j.status <> 'RP' and j.promised_on between ${today} and ${lastSoon}`;
		case 'later':
			return sql`j.status <> 'RP' and j.promised_on > ${lastSoon}`;
		case 'this_week':
			return sql`j.status <> 'RP' and j.promised_on between ${first} and ${last}`;
		default:
			return assertNever(due);
	}
}

/** G2, G6: what `isRed` says of an open job. The days begin at midnights that the caller's time zone knows, not the database's. */
function isRed(sql: Statements, days: ListDays) {
	const { today, aging } = days;
	const slow = STATUSES.flatMap((status) => {
		const threshold = aging.thresholds[status];
		if (!threshold) return [];
		const since = startOfDay(aging.timeZone, addDays(today, 1 - threshold.red));
		return [sql`or (j.status = ${status} and j.status_since < ${since})`];
	});
	return sql`(${dueIs(sql, 'overdue', days)} ${slow})`;
}

/** P4: what `waitingOn` says of an open job. A test compares the two. */
function waitsFor(sql: Statements, party: Party) {
	const reasons = HOLD_REASONS.filter((reason) => HELD_BY[reason] === party);
	return sql`case j.status
		when 'QN' then ${party === 'us'}
		when 'AVQ' then ${party === 'vendor'}
		when 'CR' then ${party === 'customer'}
		when 'RP' then ${party === 'customer'}
		when 'IP' then case when j.jeweler_id is null and j.vendor_name is not null
			then ${party === 'vendor'} else ${party === 'us'} end
		else j.hold_reason = any(${reasons}::hold_reason[]) end`;
}
