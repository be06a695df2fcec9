import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgEnum, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { ATTACHMENT_KINDS } from '#lib/attachments/attachment.ts';
import { instant } from './columns.ts';
import { jobs } from './jobs.ts';

export const attachmentKind = pgEnum('attachment_kind', ATTACHMENT_KINDS);

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
		createdAt: instant('created_at').notNull()
	},
	(table) => [
		primaryKey({ columns: [table.shopId, table.id] }),
		index('attachments_by_job').on(table.shopId, table.jobNumber),
		foreignKey({ columns: [table.shopId, table.jobNumber], foreignColumns: [jobs.shopId, jobs.number] }),
		check('attachments_not_empty', sql`${table.bytes} > 0`)
	]
);
