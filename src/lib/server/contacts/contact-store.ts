import type { Contact, ContactFields } from '#lib/contacts/contact.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Statements, Transaction } from '#lib/server/db/transaction.ts';
import { CONTACT_COLUMNS } from './contact-columns.ts';

/**
 * Finds a contact of the shop and keeps every other change of it waiting until the transaction ends; jobs that name it
 * go on. Throws `contact.not_found`.
 */
export function lockContact(tx: Transaction, shopId: string, id: string): Promise<Contact> {
	return one(tx<Contact[]>`${select(tx, shopId, id)} for no key update`);
}

/** Throws `contact.not_found` for what the shop does not have, another shop's contacts included (P1). */
export function requireContact(sql: Statements, shopId: string, id: string): Promise<Contact> {
	return one(sql<Contact[]>`${select(sql, shopId, id)}`);
}

/** Saves what was changed of a contact, and counts the change. */
export function saveContact(
	tx: Transaction,
	shopId: string,
	id: string,
	changes: Partial<ContactFields>
): Promise<Contact> {
	const { taxExempt, taxNumber, ...same } = changes;
	const columns = {
		...same,
		...(taxExempt !== undefined && { tax_exempt: taxExempt }),
		...(taxNumber !== undefined && { tax_number: taxNumber })
	};
	return one(tx<Contact[]>`
		update contacts set version = version + 1, ${tx(columns)} where shop_id = ${shopId} and id = ${id}
		returning ${tx.unsafe(CONTACT_COLUMNS)}`);
}

function select(sql: Statements, shopId: string, id: string) {
	return sql`select ${sql.unsafe(CONTACT_COLUMNS)} from contacts where shop_id = ${shopId} and id = ${id}`;
}

async function one(rows: PromiseLike<readonly Contact[]>): Promise<Contact> {
	const [contact] = await rows;
	if (!contact) throw new AppError('contact.not_found');
	return contact;
}
