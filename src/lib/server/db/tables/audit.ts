import { index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { AuditFact } from '#lib/audit/audit.ts';
import { instant } from './columns.ts';
import { shops } from './shops.ts';

/** What was done to a shop's people, displays and rules. Append-only, like the log of its jobs. */
export const auditEntries = pgTable(
	'audit_entries',
	{
		shopId: text('shop_id')
			.notNull()
			.references(() => shops.id),
		id: text('id').notNull(),
		at: instant('at').notNull(),
		byId: text('by_id'),
		byName: text('by_name'),
		/** What it was done with: "Chrome on Android". */
		byDevice: text('by_device'),
		fact: jsonb('fact').$type<AuditFact>().notNull()
	},
	(table) => [
		primaryKey({ columns: [table.shopId, table.id] }),
		index('audit_entries_by_time').on(table.shopId, table.at, table.id)
	]
);
