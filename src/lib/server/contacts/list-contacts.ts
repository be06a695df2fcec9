import type { ListContactsInput } from '#lib/contacts/contact-input.ts';
import type { Contact } from '#lib/contacts/contact.ts';
import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Deps } from '#lib/server/deps.ts';
import { CONTACT_COLUMNS } from './contact-columns.ts';

/** Enough for a list to choose from; more asks for a longer search. */
const LIMIT = 50;

/**
 * S4: the shop's contacts that are not archived, by name, at most 50. All staff may look: a jeweler calls a customer
 * too. Throws `forbidden` for a display (D3).
 */
export async function listContacts(
	deps: Deps,
	actor: Actor,
	{ q, role }: ListContactsInput
): Promise<Contact[]> {
	if (actor.kind === 'display') throw new AppError('forbidden');
	const { sql } = deps;
	return sql<Contact[]>`
		select ${sql.unsafe(CONTACT_COLUMNS)} from contacts
		where shop_id = ${actor.shopId} and archived_at is null
			${role ? sql`and ${role} = any (roles)` : sql``}
			${q ? sql`and (${matching(deps, q)})` : sql``}
		order by lower(name), id limit ${LIMIT}`;
}

function matching({ sql }: Deps, q: string) {
	const text = containing(q);
	const digits = q.replace(/\D/g, '');
	const isPhone = digits.length > 2 && /^[\d\s()+./-]+$/.test(q);
	return sql`
		name ilike ${text} or company ilike ${text} or email ilike ${text}
		${isPhone ? sql`or regexp_replace(phone, '\\D', '', 'g') like ${containing(digits)}` : sql``}`;
}

function containing(text: string): string {
	return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
