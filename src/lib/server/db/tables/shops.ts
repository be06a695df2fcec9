import { sql } from 'drizzle-orm';
import { bigint, check, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { AgingSettings } from '#lib/jobs/aging.ts';
import type { ShopLogo, ShopSettings } from '#lib/settings/shop-settings.ts';
import { instant } from './columns.ts';

export const shops = pgTable(
	'shops',
	{
		id: text('id').primaryKey(),
		name: text('name').notNull(),
		timeZone: text('time_zone').notNull(),
		aging: jsonb('aging').$type<Omit<AgingSettings, 'timeZone'>>().notNull(),
		settings: jsonb('settings').$type<Partial<ShopSettings>>().notNull().default({}),
		logo: jsonb('logo').$type<ShopLogo>(),
		/** Counts the changes of what stands above, for those who edit them at once. */
		settingsVersion: integer('settings_version').notNull().default(1),
		/** Counts what the shop's screens must hear of and is no change of a job: its name, its rules, its people. */
		rulesVersion: integer('rules_version').notNull().default(1),
		/** Counts every committed change of the shop; taken under this row's lock, so it has no gaps and no races. */
		version: bigint('version', { mode: 'number' }).notNull().default(0),
		lastJobNumber: integer('last_job_number').notNull().default(0),
		createdAt: instant('created_at').notNull().defaultNow()
	},
	(table) => [
		check('shops_version_not_negative', sql`${table.version} >= 0`),
		check('shops_last_job_number_not_negative', sql`${table.lastJobNumber} >= 0`)
	]
);
