import { index, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { DisplaySettings } from '#lib/displays/display.ts';
import { instant } from './columns.ts';
import { shops } from './shops.ts';

/** D1: the paired displays. Revoking one deletes its row; the audit log remembers it. */
export const displays = pgTable(
	'displays',
	{
		shopId: text('shop_id')
			.notNull()
			.references(() => shops.id),
		id: text('id').notNull(),
		name: text('name').notNull(),
		settings: jsonb('settings').$type<DisplaySettings>().notNull(),
		/** The SHA-256 of the token that the screen holds, never the token. */
		tokenHash: text('token_hash').notNull(),
		pairedAt: instant('paired_at').notNull(),
		pairedBy: text('paired_by'),
		/** When a node last had it connected. */
		seenAt: instant('seen_at')
	},
	(table) => [
		primaryKey({ columns: [table.shopId, table.id] }),
		unique('displays_token').on(table.shopId, table.tokenHash),
		// A token knows only itself.
		index('displays_by_token').on(table.tokenHash)
	]
);

/**
 * D1: screens that show a code and wait. They belong to no shop before an admin types the code, so this one table has
 * no shop in its key; a row lives for minutes.
 */
export const displayCodes = pgTable(
	'display_codes',
	{
		/** The SHA-256 of the code. */
		codeHash: text('code_hash').primaryKey(),
		tokenHash: text('token_hash').notNull(),
		expiresAt: instant('expires_at').notNull()
	},
	(table) => [
		index('display_codes_by_token').on(table.tokenHash),
		index('display_codes_by_expiry').on(table.expiresAt)
	]
);
