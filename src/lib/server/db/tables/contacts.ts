import { sql, type SQL } from 'drizzle-orm';
import {
	boolean,
	check,
	foreignKey,
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
import { CONTACT_ROLES, type Contact } from '#lib/contacts/contact.ts';
import { folded, instant } from './columns.ts';
import { shops } from './shops.ts';

export const contactRole = pgEnum('contact_role', CONTACT_ROLES);

export const contacts = pgTable(
	'contacts',
	{
		shopId: text('shop_id')
			.notNull()
			.references(() => shops.id),
		id: text('id').notNull(),
		name: text('name').notNull(),
		company: text('company'),
		roles: contactRole('roles').array().notNull(),
		email: text('email'),
		phone: text('phone'),
		address: text('address'),
		taxExempt: boolean('tax_exempt').notNull().default(false),
		taxNumber: text('tax_number'),
		notes: text('notes'),
		/** Counts the changes of the contact. */
		version: integer('version').notNull().default(1),
		/** What a search looks at. */
		search: text('search')
			.notNull()
			.generatedAlwaysAs((): SQL =>
				folded(sql`name || ' ' || coalesce(company, '') || ' ' || coalesce(email, '')`)
			),
		phoneDigits: text('phone_digits')
			.notNull()
			.generatedAlwaysAs(sql`regexp_replace(coalesce(phone, ''), '\\D', '', 'g')`),
		mutationId: uuid('mutation_id'),
		createdAt: instant('created_at').notNull().defaultNow(),
		archivedAt: instant('archived_at')
	},
	(table) => [
		primaryKey({ columns: [table.shopId, table.id] }),
		unique('contacts_mutation').on(table.shopId, table.mutationId),
		index('contacts_by_search').using('gin', sql`search gin_trgm_ops`),
		index('contacts_by_phone').using('gin', sql`phone_digits gin_trgm_ops`),
		check('contacts_have_a_role', sql`cardinality(${table.roles}) > 0`),
		check('contacts_have_a_name', sql`${table.name} <> ''`)
	]
);

/** What a change of a contact was, and what it was answered. */
export interface AnsweredContactMutation {
	/** Who asked for what: tells a request that is sent again from another one with its id. */
	request: string;
	/** The contact before; `null` when the change added it. */
	before: Contact | null;
	contact: Contact;
}

/**
 * Every change of a contact: sending it again gives the same answer and does nothing; and what a contact was at a
 * version that somebody still sees.
 */
export const contactMutations = pgTable(
	'contact_mutations',
	{
		shopId: text('shop_id').notNull(),
		mutationId: uuid('mutation_id').notNull(),
		contactId: text('contact_id').notNull(),
		answer: jsonb('answer').$type<AnsweredContactMutation>().notNull(),
		createdAt: instant('created_at').notNull().defaultNow()
	},
	(table) => [
		primaryKey({ columns: [table.shopId, table.mutationId] }),
		index('contact_mutations_by_contact').on(table.shopId, table.contactId),
		foreignKey({
			columns: [table.shopId, table.contactId],
			foreignColumns: [contacts.shopId, contacts.id]
		}).onDelete('cascade')
	]
);
