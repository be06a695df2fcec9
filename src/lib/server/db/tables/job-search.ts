import { sql } from 'drizzle-orm';
import { customType, foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { jobs } from './jobs.ts';
import { shops } from './shops.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
const plainText = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/**
 * L3: what a search looks at of every job. A table of its own, kept by triggers on `jobs`: a move rewrites its job with
 * every index of it, and none of this changes with a move.
 */
export const jobSearch = pgTable(
	'job_search',
	{
		shopId: text('shop_id').notNull(),
		number: integer('number').notNull(),
		/** The customer's name as lists sort it: without case and accents. */
		customer: plainText('customer').notNull(),
		/** Number, customer, company, title and vendor with weight A, notes with weight D. */
		words: tsvector('words').notNull(),
		phoneDigits: text('phone_digits').notNull()
	},
	(table) => [
		primaryKey({ columns: [table.shopId, table.number] }),
		foreignKey({
			columns: [table.shopId, table.number],
			foreignColumns: [jobs.shopId, jobs.number]
		}).onDelete('cascade'),
		// The shop comes first in each, so that a search reads nothing of other shops.
		index('job_search_by_words')
			.using('gin', sql`shop_id`, sql`words`)
			.with({ fastupdate: false }),
		index('job_search_by_phone')
			.using('gin', sql`shop_id`, sql`phone_digits gin_trgm_ops`)
			.with({ fastupdate: false }),
		index('job_search_by_customer').on(table.shopId, table.customer, table.number)
	]
);

/**
 * L3: every word that a shop's jobs have had, numbers left out: what was typed is compared with these, a few thousand,
 * instead of with the text of every job. A word stays when the last job that had it is gone; it then finds nothing.
 */
export const jobWords = pgTable(
	'job_words',
	{
		shopId: text('shop_id')
			.notNull()
			.references(() => shops.id, { onDelete: 'cascade' }),
		word: plainText('word').notNull()
	},
	(table) => [
		primaryKey({ columns: [table.shopId, table.word] }),
		index('job_words_by_part')
			.using('gin', sql`shop_id`, sql`word gin_trgm_ops`)
			.with({ fastupdate: false })
	]
);
