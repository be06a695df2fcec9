import type { Card } from '#lib/board/card.ts';
import type { JobDetails } from '#lib/jobs/job-details.ts';
import type { Closing, Spec, Standing } from '#lib/jobs/job.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Statement, Statements, Transaction } from '#lib/server/db/transaction.ts';
import { writtenColumns } from './job-columns.ts';
import {
	CARD_COLUMNS,
	CARD_JOINS,
	closingOf,
	standingOf,
	toCard,
	type CardRow,
	type ClosingRow
} from './job-row.ts';

/** A job as a change finds it. */
export interface StoredJob {
	card: Card;
	standing: Standing;
	vendor: { id: string; name: string } | null;
	closing: Closing | null;
	details: JobDetails;
	/** The shop's, for what counts in calendar days. */
	timeZone: string;
}

/** Finds a job of the shop and keeps every other change of it waiting until the transaction ends. The shop stays free. */
export async function lockJob(
	tx: Transaction,
	shopId: string,
	number: number
): Promise<StoredJob | undefined> {
	const job = tx`(select * from jobs where shop_id = ${shopId} and number = ${number} for update)`;
	const [row] = await tx<JobRow[]>`${selectFrom(tx, job)}`;
	return row && toStoredJob(row);
}

/** Throws `job.not_found` for what the shop does not have, another shop's jobs included. */
export async function requireJob(sql: Statements, shopId: string, number: number): Promise<StoredJob> {
	const job = sql`(select * from jobs where shop_id = ${shopId} and number = ${number})`;
	const [row] = await sql<JobRow[]>`${selectFrom(sql, job)}`;
	if (!row) throw new AppError('job.not_found');
	return toStoredJob(row);
}

export async function jobExists(sql: Statements, shopId: string, number: number): Promise<boolean> {
	const [row] = await sql`select from jobs where shop_id = ${shopId} and number = ${number}`;
	return row !== undefined;
}

/** Saves where a job stands. */
export function saveStanding(
	tx: Transaction,
	shopId: string,
	{ card, standing, vendor }: Pick<StoredJob, 'card' | 'standing' | 'vendor'>
): Statement {
	const { hold } = standing;
	return tx`
		update jobs set
			status = ${standing.status}, rank = ${card.rank}, version = ${card.version},
			status_since = ${standing.statusSince}, held_clock = ${standing.heldClock},
			hold_reason = ${hold?.reason ?? null}, hold_note = ${hold?.note ?? null},
			hold_until = ${hold?.until ?? null}, held_from = ${hold?.from ?? null},
			vendor_id = ${vendor?.id ?? null}, vendor_name = ${vendor?.name ?? null}
		where shop_id = ${shopId} and number = ${card.number}`;
}

/** J7: saves what was written on a job. */
export async function saveWritten(tx: Transaction, shopId: string, job: JobDetails): Promise<void> {
	await tx`
		update jobs set ${tx({ version: job.version, ...writtenColumns(job) })}
		where shop_id = ${shopId} and number = ${job.number}`;
}

/** J8 */
export async function deleteRow(tx: Transaction, shopId: string, number: number): Promise<void> {
	await tx`delete from jobs where shop_id = ${shopId} and number = ${number}`;
}

/** W10: takes a job off the board. */
export async function saveClosing(
	tx: Transaction,
	shopId: string,
	number: number,
	version: number,
	closing: Closing
): Promise<void> {
	await tx`
		update jobs set version = ${version}, closed_at = ${closing.at}, outcome = ${closing.outcome},
			closing_reason = ${closing.reason}
		where shop_id = ${shopId} and number = ${number}`;
}

/** W10: puts a closed job back on the board, at the place that the card names. */
export async function reopenRow(
	tx: Transaction,
	shopId: string,
	card: Card,
	heldClock: Instant | null
): Promise<void> {
	await tx`
		update jobs set version = ${card.version}, rank = ${card.rank}, status_since = ${card.statusSince},
			held_clock = ${heldClock}, closed_at = null, outcome = null, closing_reason = null
		where shop_id = ${shopId} and number = ${card.number}`;
}

interface JobRow extends CardRow, ClosingRow {
	time_zone: string;
	held_clock: string | null;
	customer_id: string;
	customer_company: string | null;
	customer_email: string | null;
	customer_phone: string | null;
	customer_address: string | null;
	customer_tax_exempt: boolean;
	customer_tax_number: string | null;
	vendor_id: string | null;
	spec: Spec;
	notes: string | null;
	budget_cents: string | null;
	declared_value_cents: string | null;
}

/** The job is looked up first: whoever waits for its lock then sees the people that it has by then. */
function selectFrom(sql: Statements, job: Statement) {
	return sql`
		select ${sql.unsafe(CARD_COLUMNS)}, shop.time_zone, j.held_clock, j.customer_id, j.customer_company,
			j.customer_email, j.customer_phone, j.customer_address, j.customer_tax_exempt, j.customer_tax_number,
			j.vendor_id, j.spec, j.notes, j.budget_cents, j.declared_value_cents, j.closed_at, j.outcome,
			j.closing_reason
		from ${job} j ${sql.unsafe(CARD_JOINS)} join shops shop on shop.id = j.shop_id`;
}

function toStoredJob(row: JobRow): StoredJob {
	const card = toCard(row);
	const closing = closingOf(row);
	return {
		card,
		standing: standingOf(row),
		vendor: row.vendor_id === null ? null : { id: row.vendor_id, name: row.vendor_name ?? '' },
		closing,
		details: { ...card, ...detailsOf(row), closing },
		timeZone: row.time_zone
	};
}

function detailsOf(row: JobRow): Omit<JobDetails, keyof Card | 'closing'> {
	return {
		customerId: row.customer_id,
		customerSnapshot: {
			name: row.customer_name,
			company: row.customer_company,
			email: row.customer_email,
			phone: row.customer_phone,
			address: row.customer_address,
			taxExempt: row.customer_tax_exempt,
			taxNumber: row.customer_tax_number
		},
		vendorId: row.vendor_id,
		spec: row.spec,
		notes: row.notes,
		budgetCents: cents(row.budget_cents),
		declaredValueCents: cents(row.declared_value_cents)
	};
}

function cents(text: string | null): number | null {
	return text === null ? null : Number(text);
}
