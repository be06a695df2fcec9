import type { ListContactsInput } from '#lib/contacts/contact-input.ts';
import type { Contact, ContactList, ContactRole } from '#lib/contacts/contact.ts';
import type { Actor } from '#lib/people/actor.ts';
import { invalidInput } from '#lib/server/app-error.ts';
import type { Statements } from '#lib/server/db/transaction.ts';
import type { Deps } from '#lib/server/deps.ts';
import { CONTACT_COLUMNS } from './contact-columns.ts';
import { requireReader } from './contact-rights.ts';
import { beginsAWord, canGuess, farFrom, isClose, matches, setCloseness } from './contact-search.ts';

/** Enough for a list to choose from; a longer search says more than a longer list. */
const LIMIT = 50;

/** Most guesses that are offered when nobody matches. */
const GUESSES = 10;

/**
 * S4, L3: a page of the shop's contacts, those who match first by what a word begins with and then by name; when nobody
 * matches, those who are close. Archived ones are listed by themselves.
 * Throws `forbidden` for a display (D3), and `input.invalid` for a cursor that is no contact of the shop (any more).
 */
export async function listContacts(
	{ sql }: Pick<Deps, 'sql'>,
	actor: Actor,
	input: ListContactsInput
): Promise<ContactList> {
	requireReader(actor);
	const { shopId } = actor;
	const { cursor, limit = LIMIT } = input;
	if (cursor) await requirePlace(sql, shopId, cursor);
	const found = await findMatches(sql, shopId, input, limit + 1);
	if (found.length === 0 && !cursor && canGuess(input.q))
		return { contacts: await guess(sql, shopId, input), next: null, similar: true };
	const contacts = found.slice(0, limit);
	return { contacts, next: found.length > limit ? (contacts.at(-1)?.id ?? null) : null, similar: false };
}

function findMatches(
	sql: Statements,
	shopId: string,
	input: ListContactsInput,
	limit: number
): Promise<Contact[]> {
	const { q, role, cursor } = input;
	const order = sql`${q ? sql`not ${beginsAWord(sql, q)},` : sql``} fold_text(${shownName(sql, role)}), id`;
	return sql<Contact[]>`
		select ${sql.unsafe(CONTACT_COLUMNS)} from contacts
		where ${within(sql, shopId, input)}
			${q ? sql`and ${matches(sql, q)}` : sql``}
			${cursor ? sql`and (${order}) > (select ${order} from contacts where shop_id = ${shopId} and id = ${cursor})` : sql``}
		order by ${order} limit ${limit}`;
}

async function guess(sql: Deps['sql'], shopId: string, input: ListContactsInput): Promise<Contact[]> {
	const { q } = input;
	return sql.begin(async (tx) => {
		await setCloseness(tx);
		return tx<Contact[]>`
			select ${tx.unsafe(CONTACT_COLUMNS)} from contacts
			where ${within(tx, shopId, input)} and ${isClose(tx, q)}
			order by ${farFrom(tx, q)}, fold_text(name), id limit ${GUESSES}`;
	});
}

function within(sql: Statements, shopId: string, { role, archived }: ListContactsInput) {
	return sql`
		shop_id = ${shopId} and archived_at ${archived === 'true' ? sql`is not null` : sql`is null`}
		${role ? sql`and ${role} = any (roles)` : sql``}`;
}

/** A vendor is known by the company (S3), everybody else by the name. */
function shownName(sql: Statements, role: ContactRole | undefined) {
	return role === 'vendor' ? sql`coalesce(company, name)` : sql`name`;
}

async function requirePlace(sql: Statements, shopId: string, cursor: string): Promise<void> {
	const [place] = await sql`select 1 from contacts where shop_id = ${shopId} and id = ${cursor}`;
	if (!place) throw invalidInput({ cursor: 'This is no place in the list.' });
}
