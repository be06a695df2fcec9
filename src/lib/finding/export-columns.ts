import { agingOf, type AgingSettings } from '#lib/jobs/aging.ts';
import type { ListedJob } from '#lib/jobs/job-list.ts';
import { formatJobNumber } from '#lib/jobs/job-number.ts';
import { holdWords, ORDER_TYPE_NAMES, OUTCOME_NAMES, RUSH } from '#lib/jobs/messages.ts';
import { STATUS_FACTS } from '#lib/jobs/status.ts';
import { dayIn, type Instant } from '#lib/kernel/dates.ts';
import { COLUMN_NAMES as names } from './column-messages.ts';
import { DUE_NAMES } from './field-messages.ts';

/** A job as it is exported; the prices are left out for those who may not see them. */
export interface ExportedJob extends ListedJob {
	budgetCents?: number | null;
	declaredValueCents?: number | null;
}

interface Clock {
	now: Instant;
	aging: AgingSettings;
}

type Cell = string | number | null;
type Column = [name: string, cell: (job: ExportedJob, clock: Clock) => Cell];

const COLUMNS: readonly Column[] = [
	[names.number, (job) => formatJobNumber(job.number)],
	[names.type, (job) => ORDER_TYPE_NAMES[job.type]],
	[names.title, (job) => job.title],
	[names.customer, (job) => job.customer],
	[names.status, (job) => STATUS_FACTS[job.status].name],
	[names.days, (job, { now, aging }) => (job.closing ? null : agingOf(job, now, aging).days)],
	[names.promised, (job) => job.promisedOn],
	[names.due, (job, { now, aging }) => (job.closing ? null : DUE_NAMES[agingOf(job, now, aging).due.state])],
	[names.salesperson, (job) => job.salesperson.name],
	[names.jeweler, (job) => job.jeweler?.name ?? null],
	[names.vendor, (job) => job.vendor],
	[names.rush, (job) => (job.rush ? RUSH : null)],
	[names.location, (job) => job.location],
	[names.hold, (job) => job.hold && holdWords(job.hold)],
	[names.closed, (job) => job.closing && OUTCOME_NAMES[job.closing.outcome]],
	[names.closedOn, (job, { aging }) => job.closing && dayIn(aging.timeZone, job.closing.at)],
	[names.closingReason, (job) => job.closing?.reason ?? null],
	[names.takenIn, (job, { aging }) => dayIn(aging.timeZone, job.createdAt)],
	[names.updated, (job, { aging }) => dayIn(aging.timeZone, job.updatedAt)]
];

/** W13 */
const PRICES: readonly Column[] = [
	[names.budget, (job) => amount(job.budgetCents)],
	[names.declaredValue, (job) => amount(job.declaredValueCents)]
];

/** L1: the names of an export's columns. */
export function exportNames(seesPrices: boolean): string[] {
	return columnsFor(seesPrices).map(([name]) => name);
}

/** L1: the cells of a job, in the order of `exportNames`. */
export function exportCells(job: ExportedJob, clock: Clock, seesPrices: boolean): Cell[] {
	return columnsFor(seesPrices).map(([, cell]) => cell(job, clock));
}

function columnsFor(seesPrices: boolean): readonly Column[] {
	return seesPrices ? [...COLUMNS, ...PRICES] : COLUMNS;
}

/** Cents as an amount with two places, which every spreadsheet reads as a number. */
function amount(cents: number | null | undefined): string | null {
	return cents === null || cents === undefined ? null : (cents / 100).toFixed(2);
}
