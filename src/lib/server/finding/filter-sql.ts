import { addDays, type Day } from '#lib/kernel/dates.ts';
import { assertNever } from '#lib/kernel/assert-never.ts';
import type { DueState } from '#lib/jobs/aging.ts';
import type { ExportJobsInput } from '#lib/jobs/list-input.ts';
import type { Statements } from '#lib/server/db/transaction.ts';

/** G1: what the shop counts as today, and from how many days before the promised date a job is due soon. */
export interface DueDays {
	today: Day;
	dueSoonDays: number;
}

/** L2: what is left of `jobs j`, besides what a search finds; begins with `and` where there is anything to say. */
export function filteredBy(sql: Statements, filters: ExportJobsInput, days: DueDays) {
	const { status, type, salesperson, jeweler, vendor, due, rush, hasVendor, closed } = filters;
	return sql`
		${status ? sql`and j.status = ${status}` : sql``}
		${type ? sql`and j.type = ${type}` : sql``}
		${salesperson ? sql`and j.salesperson_id = ${salesperson}` : sql``}
		${jeweler ? sql`and j.jeweler_id = ${jeweler}` : sql``}
		${vendor ? sql`and (j.vendor_id = ${vendor} or j.vendor_name = ${vendor})` : sql``}
		${due ? sql`and j.closed_at is null and ${dueIs(sql, due, days)}` : sql``}
		${rush === undefined ? sql`` : sql`and j.rush = ${rush}`}
		${hasVendor === undefined ? sql`` : sql`and (j.vendor_id is not null) = ${hasVendor}`}
		${closed === undefined ? sql`` : sql`and (j.closed_at is not null) = ${closed}`}`;
}

/** G1, G6: the same states that `agingOf` tells of an open job. A test compares the two. */
function dueIs(sql: Statements, due: DueState, { today, dueSoonDays }: DueDays) {
	const lastSoon = addDays(today, dueSoonDays);
	switch (due) {
		case 'settled':
			return sql`j.status = 'RP'`;
		case 'overdue':
			return sql`j.status <> 'RP' and j.promised_on < ${today}`;
		case 'due_soon':
			return sql`j.status <> 'RP' and j.promised_on between ${today} and ${lastSoon}`;
		case 'later':
			return sql`j.status <> 'RP' and j.promised_on > ${lastSoon}`;
		default:
			return assertNever(due);
	}
}
