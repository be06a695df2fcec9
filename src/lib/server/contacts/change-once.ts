import type { Contact } from '#lib/contacts/contact.ts';
import type { Actor } from '#lib/people/actor.ts';
import { inTransaction, type Transaction } from '#lib/server/db/transaction.ts';
import type { Deps } from '#lib/server/deps.ts';
import { findAnswer, recordAnswer, type ContactRequest } from './contact-mutations.ts';
import { lockContact } from './contact-store.ts';

/**
 * One change of one contact, from its lock to its commit: a request that came before gets its stored answer, whatever
 * the contact is now; otherwise `change` decides and saves.
 * Throws `contact.not_found`, `mutation.reused` and what `change` throws; then nothing is written.
 */
export function changeOnce(
	deps: Pick<Deps, 'sql'>,
	{ shopId }: Actor,
	asked: { id: string; request: ContactRequest },
	change: (tx: Transaction, contact: Contact) => Promise<Contact>
): Promise<Contact> {
	return inTransaction(deps.sql, async (tx) => {
		const before = await lockContact(tx, shopId, asked.id);
		const answered = await findAnswer(tx, shopId, asked.request);
		if (answered) return answered;
		const contact = await change(tx, before);
		await recordAnswer(tx, shopId, asked.request, { before, contact });
		return contact;
	});
}
