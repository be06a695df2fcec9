import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	foreignKey,
	index,
	integer,
	pgEnum,
	pgTable,
	primaryKey,
	text
} from 'drizzle-orm/pg-core';
import { ATTACHMENT_KINDS } from '#lib/attachments/attachment.ts';
import { instant } from './columns.ts';
import { jobs } from './jobs.ts';
import { shops } from './shops.ts';

export const attachmentKind = pgEnum('attachment_kind', ATTACHMENT_KINDS);

/**
 * Objects that are to leave the store, and objects that are on their way into it: those are written down before the
 * first byte goes out and crossed off with their row, so that a crash in between leaves nothing behind (A6).
 */
export const objectRemovals = pgTable(
	'object_removals',
	{
		shopId: text('shop_id')
			.notNull()
			.references(() => shops.id),
		key: text('key').notNull(),
		/** Not before this. */
		dueAt: instant('due_at').notNull(),
		attempts: integer('attempts').notNull().default(0)
	},
	(table) => [
		primaryKey({ columns: [table.shopId, table.key] }),
		index('object_removals_by_due').on(table.dueAt)
	]
);

export const attachments = pgTable(
	'attachments',
	{
		shopId: text('shop_id').notNull(),
		id: text('id').notNull(),
		jobNumber: integer('job_number').notNull(),
		kind: attachmentKind('kind').notNull(),
		fileName: text('file_name').notNull(),
		contentType: text('content_type').notNull(),
		bytes: integer('bytes').notNull(),
		/** Pixels, for images. */
		width: integer('width'),
		height: integer('height'),
		caption: text('caption'),
		/** A5: whether browsers get a copy without the original's metadata. */
		cleaned: boolean('cleaned').notNull().default(false),
		/** Who added it; the name stays as it was on the day. */
		byId: text('by_id'),
		byName: text('by_name'),
		createdAt: instant('created_at').notNull()
	},
	(table) => [
		primaryKey({ columns: [table.shopId, table.id] }),
		index('attachments_by_job').on(table.shopId, table.jobNumber),
		foreignKey({ columns: [table.shopId, table.jobNumber], foreignColumns: [jobs.shopId, jobs.number] }),
		check('attachments_not_empty', sql`${table.bytes} > 0`)
	]
);
