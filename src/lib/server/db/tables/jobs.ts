import { sql, type SQL } from 'drizzle-orm';
import {
	bigint,
	boolean,
	check,
	date,
	foreignKey,
	index,
	integer,
	jsonb,
	pgEnum,
	pgTable,
	primaryKey,
	text,
	uniqueIndex
} from 'drizzle-orm/pg-core';
import { HOLD_REASONS, ORDER_TYPES, OUTCOMES, type Spec } from '#lib/jobs/job.ts';
import { STATUSES } from '#lib/jobs/status.ts';
import { instant, rankText } from './columns.ts';
import { contacts } from './contacts.ts';
import { people } from './people.ts';

export const jobStatus = pgEnum('job_status', STATUSES);
export const orderType = pgEnum('order_type', ORDER_TYPES);
export const holdReason = pgEnum('hold_reason', HOLD_REASONS);
export const jobOutcome = pgEnum('job_outcome', OUTCOMES);

export const jobs = pgTable(
	'jobs',
	{
		shopId: text('shop_id').notNull(),
		number: integer('number').notNull(),
		type: orderType('type').notNull(),
		status: jobStatus('status').notNull(),
		rank: rankText('rank').notNull(),
		/** The shop's version at the job's last change. */
		version: bigint('version', { mode: 'number' }).notNull(),
		title: text('title'),

		customerId: text('customer_id').notNull(),
		customerName: text('customer_name').notNull(),
		customerCompany: text('customer_company'),
		customerEmail: text('customer_email'),
		customerPhone: text('customer_phone'),
		customerAddress: text('customer_address'),
		customerTaxExempt: boolean('customer_tax_exempt').notNull(),
		customerTaxNumber: text('customer_tax_number'),
		vendorId: text('vendor_id'),
		vendorName: text('vendor_name'),
		salespersonId: text('salesperson_id').notNull(),
		jewelerId: text('jeweler_id'),

		promisedOn: date('promised_on').notNull(),
		statusSince: instant('status_since').notNull(),
		rush: boolean('rush').notNull().default(false),
		location: text('location'),
		notes: text('notes'),
		budgetCents: bigint('budget_cents', { mode: 'number' }),
		declaredValueCents: bigint('declared_value_cents', { mode: 'number' }),
		spec: jsonb('spec').$type<Spec>().notNull().default({}),

		holdReason: holdReason('hold_reason'),
		holdNote: text('hold_note'),
		holdUntil: date('hold_until'),
		heldFrom: jobStatus('held_from'),
		heldClock: instant('held_clock'),

		/** The newest inspiration image and the counts, kept with the job so that a card needs no second table. */
		cover: jsonb('cover').$type<{ id: string; width: number; height: number }>(),
		images: integer('images').notNull().default(0),
		documents: integer('documents').notNull().default(0),

		createdAt: instant('created_at').notNull(),
		closedAt: instant('closed_at'),
		outcome: jobOutcome('outcome'),
		closingReason: text('closing_reason')
	},
	(table) => [
		primaryKey({ columns: [table.shopId, table.number] }),
		foreignKey({ columns: [table.shopId, table.customerId], foreignColumns: [contacts.shopId, contacts.id] }),
		foreignKey({ columns: [table.shopId, table.vendorId], foreignColumns: [contacts.shopId, contacts.id] }),
		foreignKey({ columns: [table.shopId, table.salespersonId], foreignColumns: [people.shopId, people.id] }),
		foreignKey({ columns: [table.shopId, table.jewelerId], foreignColumns: [people.shopId, people.id] }),
		uniqueIndex('jobs_board_place')
			.on(table.shopId, table.status, table.rank)
			.where(sql`${table.closedAt} is null`),
		index('jobs_by_customer').on(table.shopId, table.customerId),
		index('jobs_by_vendor').on(table.shopId, table.vendorId),
		check('jobs_number_positive', sql`${table.number} > 0`),
		check('jobs_version_positive', sql`${table.version} > 0`),
		check('jobs_closed_has_outcome', same(sql`${table.closedAt} is null`, sql`${table.outcome} is null`)),
		check(
			'jobs_cancelled_has_reason',
			sql`${table.outcome} <> 'cancelled' or ${table.closingReason} is not null`
		),
		check('jobs_hold_has_reason', same(sql`${table.status} = 'OH'`, sql`${table.holdReason} is not null`)),
		check('jobs_hold_has_origin', same(sql`${table.status} = 'OH'`, sql`${table.heldFrom} is not null`)),
		check('jobs_hold_not_from_hold', sql`${table.heldFrom} <> 'OH'`),
		check(
			'jobs_awaiting_vendor_has_vendor',
			sql`${table.status} <> 'AVQ' or ${table.vendorName} is not null`
		),
		check('jobs_vendor_is_named', same(sql`${table.vendorId} is null`, sql`${table.vendorName} is null`))
	]
);

function same(left: SQL, right: SQL): SQL {
	return sql`(${left}) = (${right})`;
}
