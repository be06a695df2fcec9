import type { CreateContactInput } from '#lib/contacts/contact-input.ts';
import type { Contact } from '#lib/contacts/contact.ts';
import type { Actor } from '#lib/people/actor.ts';
import { inTransaction, type Transaction } from '#lib/server/db/transaction.ts';
import type { Deps } from '#lib/server/deps.ts';
import { newId } from '#lib/server/ids.ts';
import { CONTACT_COLUMNS } from './contact-columns.ts';
import { contactRequest, findAnswer, recordAnswer } from './contact-mutations.ts';
import { requireEditor } from './contact-rights.ts';

/**
 * S4: adds a contact. The same request again is answered what it was answered before. Throws `forbidden` and
 * `mutation.reused`.
 */
export async function createContact(
	deps: Pick<Deps, 'sql' | 'now'>,
	actor: Actor,
	input: CreateContactInput
): Promise<{ contact: Contact }> {
	requireEditor(actor);
	const { shopId } = actor;
	const request = contactRequest(actor, 'create', null, input);
	const contact = await inTransaction(deps.sql, async (tx) => {
		const made = await insert(tx, deps, shopId, input);
		if (made) await recordAnswer(tx, shopId, request, { before: null, contact: made });
		return made ?? (await findAnswer(tx, shopId, request)) ?? (await findMade(tx, shopId, input));
	});
	if (!contact) throw new Error('A contact was neither made nor found');
	return { contact };
}

/** Nobody when the mutation has added somebody before; the same one at the same time is waited for. */
async function insert(
	tx: Transaction,
	{ now }: Pick<Deps, 'now'>,
	shopId: string,
	input: CreateContactInput
): Promise<Contact | undefined> {
	const row = {
		shop_id: shopId,
		id: newId(),
		name: input.name,
		roles: [...new Set(input.roles)],
		company: input.company || null,
		email: input.email || null,
		phone: input.phone || null,
		address: input.address || null,
		tax_exempt: input.taxExempt ?? false,
		tax_number: input.taxNumber || null,
		notes: input.notes || null,
		mutation_id: input.mutationId,
		created_at: now()
	};
	const [made] = await tx<Contact[]>`
		insert into contacts ${tx(row)}
		on conflict (shop_id, mutation_id) do nothing
		returning ${tx.unsafe(CONTACT_COLUMNS)}`;
	return made;
}

/** Whom a mutation added whose answer nobody has written down: older ones, and those of an import. */
async function findMade(
	tx: Transaction,
	shopId: string,
	{ mutationId }: CreateContactInput
): Promise<Contact | undefined> {
	const [made] = await tx<Contact[]>`
		select ${tx.unsafe(CONTACT_COLUMNS)} from contacts
		where shop_id = ${shopId} and mutation_id = ${mutationId}`;
	return made;
}
