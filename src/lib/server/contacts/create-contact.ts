import type { CreateContactInput } from '#lib/contacts/contact-input.ts';
import type { Contact } from '#lib/contacts/contact.ts';
import { abilitiesOf } from '#lib/jobs/abilities.ts';
import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Deps } from '#lib/server/deps.ts';
import { newId } from '#lib/server/ids.ts';
import { CONTACT_COLUMNS } from './contact-columns.ts';

/** S4: adds a contact. The same mutation again answers the contact that it made. Throws `forbidden`. */
export async function createContact(
	deps: Deps,
	actor: Actor,
	input: CreateContactInput
): Promise<{ contact: Contact }> {
	if (!abilitiesOf(actor).manageContacts) throw new AppError('forbidden');
	const contact = (await insert(deps, actor.shopId, input)) ?? (await findMade(deps, actor.shopId, input));
	if (!contact) throw new Error('A contact was neither made nor found');
	return { contact };
}

async function insert(
	{ sql, now }: Deps,
	shopId: string,
	input: CreateContactInput
): Promise<Contact | undefined> {
	const roles = [...new Set(input.roles)];
	const [made] = await sql<Contact[]>`
		insert into contacts
			(shop_id, id, name, company, roles, email, phone, address, tax_exempt, tax_number, notes, mutation_id, created_at)
		values (
			${shopId}, ${newId()}, ${input.name}, ${input.company || null}, ${roles}::contact_role[],
			${input.email || null}, ${input.phone || null}, ${input.address || null}, ${input.taxExempt ?? false},
			${input.taxNumber || null}, ${input.notes || null}, ${input.mutationId}, ${now()}
		)
		on conflict (shop_id, mutation_id) do nothing
		returning ${sql.unsafe(CONTACT_COLUMNS)}`;
	return made;
}

async function findMade(
	{ sql }: Deps,
	shopId: string,
	{ mutationId }: CreateContactInput
): Promise<Contact | undefined> {
	const [made] = await sql<Contact[]>`
		select ${sql.unsafe(CONTACT_COLUMNS)} from contacts
		where shop_id = ${shopId} and mutation_id = ${mutationId}`;
	return made;
}
