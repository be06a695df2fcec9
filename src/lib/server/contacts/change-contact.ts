import type { ChangeContactInput } from '#lib/contacts/contact-input.ts';
import type { Contact, ContactFields } from '#lib/contacts/contact.ts';
import { changedFields, conflictingFields } from '#lib/contacts/edit-conflicts.ts';
import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Transaction } from '#lib/server/db/transaction.ts';
import type { Deps } from '#lib/server/deps.ts';
import { changeOnce } from './change-once.ts';
import { contactRequest, findEarlier } from './contact-mutations.ts';
import { requireEditor } from './contact-rights.ts';
import { saveContact } from './contact-store.ts';

/**
 * S4: changes some fields of a contact; no job hears of it (S1, S3). A version that is no longer the contact's merges
 * with what others have saved since, field by field.
 * Throws `forbidden`, `contact.not_found`, `mutation.reused`, and `contact.changed` with the contact as it is when
 * somebody else has saved another value of the same field.
 */
export async function changeContact(
	deps: Pick<Deps, 'sql'>,
	actor: Actor,
	id: string,
	input: ChangeContactInput
): Promise<Contact> {
	requireEditor(actor);
	const { mutationId: _, version, ...fields } = input;
	const request = contactRequest(actor, 'change', id, input);
	return changeOnce(deps, actor, { id, request }, async (tx, contact) => {
		const changes = given(fields);
		await refuseConflict(tx, actor.shopId, contact, { version, changes });
		const changed = changedFields(contact, changes);
		if (changed.length === 0) return contact;
		return saveContact(tx, actor.shopId, id, pick(changes, changed));
	});
}

async function refuseConflict(
	tx: Transaction,
	shopId: string,
	contact: Contact,
	{ version = contact.version, changes }: { version: number | undefined; changes: Partial<ContactFields> }
): Promise<void> {
	if (version === contact.version) return;
	const seen = await findEarlier(tx, shopId, contact.id, version);
	if (conflictingFields(seen, contact, changes).length > 0)
		throw new AppError('contact.changed', { contact });
}

/** The fields that were sent. */
function given(fields: Omit<ChangeContactInput, 'mutationId' | 'version'>): Partial<ContactFields> {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function pick(
	fields: Partial<ContactFields>,
	names: readonly (keyof ContactFields)[]
): Partial<ContactFields> {
	return Object.fromEntries(names.map((name) => [name, fields[name]]));
}
