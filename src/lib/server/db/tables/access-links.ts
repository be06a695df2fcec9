import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgEnum, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { LINK_KINDS } from '#lib/people/access-link.ts';
import { instant } from './columns.ts';
import { people, personRole } from './people.ts';
import { shops } from './shops.ts';

export const linkKind = pgEnum('link_kind', LINK_KINDS);

/** P3: links that admins hand out: into the shop, or to a new password. Each works once, and for some days. */
export const accessLinks = pgTable(
	'access_links',
	{
		shopId: text('shop_id')
			.notNull()
			.references(() => shops.id),
		id: text('id').notNull(),
		kind: linkKind('kind').notNull(),
		/** The SHA-256 of the token in the link, never the token. */
		tokenHash: text('token_hash').notNull(),
		/** Whose password it sets; for an invitation, who came of it. */
		personId: text('person_id'),
		/** Who is invited. */
		name: text('name'),
		role: personRole('role'),
		madeBy: text('made_by'),
		createdAt: instant('created_at').notNull(),
		expiresAt: instant('expires_at').notNull(),
		usedAt: instant('used_at')
	},
	(table) => [
		primaryKey({ columns: [table.shopId, table.id] }),
		// A link knows only its token.
		index('access_links_by_token').on(table.tokenHash),
		index('access_links_by_person').on(table.shopId, table.personId),
		foreignKey({
			columns: [table.shopId, table.personId],
			foreignColumns: [people.shopId, people.id]
		}).onDelete('cascade'),
		check(
			'access_links_password_has_person',
			sql`${table.kind} <> 'password' or ${table.personId} is not null`
		),
		check(
			'access_links_invitation_has_role',
			sql`${table.kind} <> 'invitation' or (${table.role} is not null and ${table.name} is not null)`
		)
	]
);
