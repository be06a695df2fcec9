import * as v from 'valibot';
import { CreateJobInput } from '#lib/jobs/job-input.ts';
import { SPEC_FIELDS } from '#lib/jobs/job.ts';
import type { Hold } from '#lib/jobs/job.ts';
import type { Status } from '#lib/jobs/status.ts';
import type { Day } from '#lib/kernel/dates.ts';
import { ContactDraft } from './contact-draft.ts';
import { readDay, type DateOrder } from './day.ts';
import { readHold } from './hold.ts';
import type { FieldIssue } from './issue.ts';
import type { JobField } from './job-fields.ts';
import {
	IN_FUTURE,
	NOT_ON_HOLD,
	oldNumberNote,
	PROMISE_PASSED,
	SINCE_BEFORE_TAKEN_IN,
	VENDOR_NEEDED
} from './messages.ts';
import { readCents, type Decimal } from './money.ts';
import { RowReader } from './row-reader.ts';
import type { SheetRow } from './row-keys.ts';
import { readStatus, readType, readYesNo } from './words.ts';

/** How to read what a file's cells leave open. */
export interface Reading {
	/** Today, where the shop is. */
	today: Day;
	dateOrder: DateOrder | null;
	decimal: Decimal;
}

/** What a row says about the job itself: all of a new job's input except whom it names. */
const JobText = v.omit(CreateJobInput, [
	'mutationId',
	'customerId',
	'salespersonId',
	'jewelerId',
	'vendorId'
]);
export type JobText = v.InferOutput<typeof JobText>;

/** A job as its row describes it: people and contacts by what they are called. */
export interface JobDraft {
	line: number;
	/** What the row is known by. */
	key: string;
	text: JobText;
	status: Status;
	hold: Hold | null;
	takenInOn: Day | null;
	inStatusSince: Day | null;
	customer: ContactDraft;
	/** '' where the row names nobody. */
	salesperson: string;
	jeweler: string;
	vendor: string;
}

export interface JobRow {
	/** `null` when anything is wrong. */
	draft: JobDraft | null;
	issues: FieldIssue<JobField>[];
	warnings: FieldIssue<JobField>[];
}

/**
 * J1–J4, W5, W6: reads a row of a file of jobs, and names all that is wrong with it. Text is checked by the schemas of the
 * API. A promised date that has passed is a warning: overdue work is what a shop brings along (J6 is about new jobs).
 */
export function readJobRow(row: SheetRow<JobField>, reading: Reading): JobRow {
	const reader = new RowReader(row);
	reader.require('type', 'customer', 'promisedOn');
	const status = reader.read('status', readStatus) ?? 'QN';
	const hold = status === 'OH' ? readHold(reader, reading.dateOrder) : null;
	checkVendor(reader, status);
	const days = readPastDays(reader, reading);
	const text = readText(reader, reading);
	const customer = readCustomer(reader);
	const { issues } = reader;
	const warnings = [...passedPromise(text, reading.today), ...strayHold(reader, status)];
	if (issues.length > 0 || !text || !customer) return { draft: null, issues, warnings };
	const named = {
		salesperson: reader.text('salesperson'),
		jeweler: reader.text('jeweler'),
		vendor: reader.text('vendor')
	};
	return {
		draft: { line: row.line, key: row.key, text, status, hold, ...days, customer, ...named },
		issues,
		warnings
	};
}

function readText(reader: RowReader<JobField>, { dateOrder, decimal }: Reading): JobText | null {
	const input = {
		type: reader.read('type', readType) ?? undefined,
		promisedOn: reader.read('promisedOn', (text) => readDay(text, dateOrder)) ?? undefined,
		title: reader.text('title'),
		location: reader.text('location'),
		rush: reader.read('rush', readYesNo) ?? false,
		notes: notesOf(reader),
		budgetCents: reader.read('budget', (text) => readCents(text, decimal)),
		declaredValueCents: reader.read('declaredValue', (text) => readCents(text, decimal)),
		spec: Object.fromEntries(SPEC_FIELDS.map((field) => [field, reader.text(field)]))
	};
	return reader.check(JobText, input, (part) => JOB_PARTS[part] ?? (part as JobField));
}

/** What the input calls differently. */
const JOB_PARTS: Partial<Record<string, JobField>> = {
	budgetCents: 'budget',
	declaredValueCents: 'declaredValue'
};

/** The number that the job had is kept: it may stand on the envelope. */
function notesOf(reader: RowReader<JobField>): string {
	const oldNumber = reader.text('oldNumber');
	return [oldNumber && oldNumberNote(oldNumber), reader.text('notes')].filter(Boolean).join('\n');
}

const CUSTOMER_PARTS: Partial<Record<string, JobField>> = {
	company: 'customerCompany',
	email: 'customerEmail',
	phone: 'customerPhone',
	address: 'customerAddress'
};

function readCustomer(reader: RowReader<JobField>): ContactDraft | null {
	const input = {
		name: reader.text('customer'),
		company: reader.text('customerCompany'),
		email: reader.text('customerEmail'),
		phone: reader.text('customerPhone'),
		address: reader.text('customerAddress'),
		roles: ['customer']
	};
	return reader.check(ContactDraft, input, (part) => CUSTOMER_PARTS[part] ?? 'customer');
}

/** W5, S3: a vendor is called by one name, whether that becomes a contact or is one. */
function checkVendor(reader: RowReader<JobField>, status: Status): void {
	const name = reader.text('vendor');
	if (name !== '') reader.check(ContactDraft, { name, company: name, roles: ['vendor'] }, () => 'vendor');
	else if (status === 'AVQ') reader.wrong('vendor', VENDOR_NEEDED);
}

/** G2: the days that the board counts from; neither can lie ahead. */
function readPastDays(
	reader: RowReader<JobField>,
	{ today, dateOrder }: Reading
): Pick<JobDraft, 'takenInOn' | 'inStatusSince'> {
	const past = (field: JobField) => {
		const day = reader.read(field, (text) => readDay(text, dateOrder));
		if (day !== null && day > today) reader.wrong(field, IN_FUTURE);
		return day;
	};
	const takenInOn = past('takenInOn');
	const inStatusSince = past('inStatusSince');
	if (takenInOn && inStatusSince && inStatusSince < takenInOn)
		reader.wrong('inStatusSince', SINCE_BEFORE_TAKEN_IN);
	return { takenInOn, inStatusSince };
}

function passedPromise(text: JobText | null, today: Day): FieldIssue<JobField>[] {
	return text && text.promisedOn < today ? [{ field: 'promisedOn', message: PROMISE_PASSED }] : [];
}

const HOLD_FIELDS = ['holdReason', 'holdNote', 'holdUntil', 'heldFrom'] as const satisfies JobField[];

function strayHold(reader: RowReader<JobField>, status: Status): FieldIssue<JobField>[] {
	if (status === 'OH') return [];
	const stray = HOLD_FIELDS.filter((field) => reader.text(field) !== '');
	return stray.map((field) => ({ field, message: NOT_ON_HOLD }));
}
