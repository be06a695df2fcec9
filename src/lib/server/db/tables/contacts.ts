import { sql } from 'drizzle-orm';
import { boolean, check, pgEnum, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { CONTACT_ROLES } from '#lib/contacts/contact.ts';
import { instant } from './columns.ts';
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
		mutationId: uuid('mutation_id'),
		createdAt: instant('created_at').notNull().defaultNow(),
		archivedAt: instant('archived_at')
	},
	(table) => [
		primaryKey({ columns: [table.shopId, table.id] }),
		unique('contacts_mutation').on(table.shopId, table.mutationId),
		check('contacts_have_a_role', sql`cardinality(${table.roles}) > 0`),
		check('contacts_have_a_name', sql`${table.name} <> ''`)
	]
);
