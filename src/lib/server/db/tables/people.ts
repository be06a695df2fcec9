import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	foreignKey,
	index,
	jsonb,
	pgEnum,
	pgTable,
	primaryKey,
	text,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import type { Preferences } from '#lib/finding/preferences.ts';
import { ROLES, type ListedPerson } from '#lib/people/actor.ts';
import { instant } from './columns.ts';
import { shops } from './shops.ts';

export const personRole = pgEnum('person_role', ROLES);

export const people = pgTable(
	'people',
	{
		shopId: text('shop_id')
			.notNull()
			.references(() => shops.id),
		id: text('id').notNull(),
		name: text('name').notNull(),
		email: text('email').notNull(),
		passwordHash: text('password_hash').notNull(),
		role: personRole('role').notNull(),
		active: boolean('active').notNull().default(true),
		/** L1: where the person left off finding jobs. */
		preferences: jsonb('preferences').$type<Partial<Preferences>>().notNull().default({}),
		createdAt: instant('created_at').notNull().defaultNow()
	},
	(table) => [
		primaryKey({ columns: [table.shopId, table.id] }),
		unique('people_email').on(table.shopId, table.email),
		// Signing in knows only the e-mail, a session only the person: neither index is unique across shops.
		index('people_by_email').on(table.email),
		index('people_by_id').on(table.id),
		check('people_email_is_lower_case', sql`${table.email} = lower(${table.email})`)
	]
);

/** What became of every change of a person, so that sending it again gives the same answer and does nothing. */
export const personMutations = pgTable(
	'person_mutations',
	{
		shopId: text('shop_id').notNull(),
		mutationId: uuid('mutation_id').notNull(),
		personId: text('person_id').notNull(),
		answer: jsonb('answer').$type<ListedPerson>().notNull(),
		createdAt: instant('created_at').notNull().defaultNow()
	},
	(table) => [
		primaryKey({ columns: [table.shopId, table.mutationId] }),
		foreignKey({
			columns: [table.shopId, table.personId],
			foreignColumns: [people.shopId, people.id]
		}).onDelete('cascade')
	]
);

export const sessions = pgTable(
	'sessions',
	{
		shopId: text('shop_id').notNull(),
		/** The SHA-256 of the token that the browser holds, never the token. */
		id: text('id').notNull(),
		userId: text('person_id').notNull(),
		/** What the person signed in with, in words: "Chrome on Android". */
		device: text('device').notNull(),
		createdAt: instant('created_at').notNull().defaultNow(),
		/** When it was last used, to the nearest few minutes. */
		seenAt: instant('seen_at'),
		expiresAt: instant('expires_at').notNull()
	},
	(table) => [
		primaryKey({ columns: [table.shopId, table.id] }),
		index('sessions_by_id').on(table.id),
		index('sessions_by_person').on(table.shopId, table.userId),
		foreignKey({
			columns: [table.shopId, table.userId],
			foreignColumns: [people.shopId, people.id]
		}).onDelete('cascade')
	]
);
