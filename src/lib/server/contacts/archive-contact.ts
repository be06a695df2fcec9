import type { ArchiveContactInput } from '#lib/contacts/contact-input.ts';
import type { Contact } from '#lib/contacts/contact.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { Transaction } from '#lib/server/db/transaction.ts';
import type { Deps } from '#lib/server/deps.ts';
import { changeOnce } from './change-once.ts';
import { CONTACT_COLUMNS } from './contact-columns.ts';
import { contactRequest } from './contact-mutations.ts';
import { requireEditor } from './contact-rights.ts';

/**
 * S4: takes a contact out of every list to choose from; jobs that name it keep it. Archiving what is archived changes
 * nothing. Throws `forbidden`, `contact.not_found` and `mutation.reused`.
 */
export async function archiveContact(
	deps: Pick<Deps, 'sql' | 'now'>,
	actor: Actor,
	id: string,
	input: ArchiveContactInput
): Promise<Contact> {
	requireEditor(actor);
	const request = contactRequest(actor, 'archive', id, input);
	return changeOnce(deps, actor, { id, request }, async (tx, contact) =>
		contact.archived ? contact : save(tx, actor.shopId, id, deps.now())
	);
}

/** S4: an archived contact can be chosen again. Throws as `archiveContact` does. */
export async function restoreContact(
	deps: Pick<Deps, 'sql'>,
	actor: Actor,
	id: string,
	input: ArchiveContactInput
): Promise<Contact> {
	requireEditor(actor);
	const request = contactRequest(actor, 'restore', id, input);
	return changeOnce(deps, actor, { id, request }, async (tx, contact) =>
		contact.archived ? save(tx, actor.shopId, id, null) : contact
	);
}

async function save(
	tx: Transaction,
	shopId: string,
	id: string,
	archivedAt: string | null
): Promise<Contact> {
	const [contact] = await tx<[Contact]>`
		update contacts set version = version + 1, archived_at = ${archivedAt}
		where shop_id = ${shopId} and id = ${id} returning ${tx.unsafe(CONTACT_COLUMNS)}`;
	return contact;
}
