import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	check,
	index,
	integer,
	jsonb,
	pgEnum,
	pgTable,
	primaryKey,
	text,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import type { Card } from '#lib/board/card.ts';
import type { JobFact } from '#lib/jobs/job-events.ts';
import { CHANGE_KINDS } from '#lib/realtime/protocol.ts';
import { instant } from './columns.ts';
import { shops } from './shops.ts';

export const changeKind = pgEnum('change_kind', CHANGE_KINDS);

/**
 * The log: the history that people read, the feed that screens follow, and the record of answered mutations.
 * Append-only. It outlives its jobs, so it references the shop alone.
 */
export const jobEvents = pgTable(
	'job_events',
	{
		shopId: text('shop_id')
			.notNull()
			.references(() => shops.id),
		version: bigint('version', { mode: 'number' }).notNull(),
		jobNumber: integer('job_number').notNull(),
		kind: changeKind('kind').notNull(),
		at: instant('at').notNull(),
		byId: text('by_id'),
		byName: text('by_name'),
		/** What it was done with: "Chrome on Android". */
		byDevice: text('by_device'),
		/** What happened, as people read it. */
		fact: jsonb('fact').$type<JobFact>().notNull(),
		/** What screens apply to their card. */
		set: jsonb('set').$type<Partial<Card>>(),
		gone: boolean('gone').notNull().default(false),
		mutationId: uuid('mutation_id'),
		/** What the mutation was answered, for those who send it again. */
		answer: jsonb('answer').$type<Record<string, unknown>>()
	},
	(table) => [
		primaryKey({ columns: [table.shopId, table.version] }),
		unique('job_events_mutation').on(table.shopId, table.mutationId),
		index('job_events_by_job').on(table.shopId, table.jobNumber, table.version),
		check('job_events_version_positive', sql`${table.version} > 0`),
		check('job_events_moved_was_asked', sql`${table.kind} <> 'moved' or ${table.set} is not null`)
	]
);
