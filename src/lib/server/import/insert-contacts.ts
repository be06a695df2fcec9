import type { BookContact } from '#lib/import/contact-book.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { Transaction } from '#lib/server/db/transaction.ts';

/** S4: saves the contacts that a file adds, with one statement. What has a mutation id is known again by it. */
export async function insertContacts(
	tx: Transaction,
	shopId: string,
	contacts: readonly (BookContact & { mutationId?: string })[],
	at: Instant
): Promise<void> {
	if (contacts.length === 0) return;
	await tx`
		insert into contacts
			(shop_id, id, name, company, roles, email, phone, address, tax_exempt, tax_number, notes, mutation_id, created_at)
		select ${shopId}::text, id, name, company, roles, email, phone, address, "taxExempt", "taxNumber", notes, "mutationId",
			${at}::timestamptz
		from jsonb_to_recordset(${JSON.stringify(contacts)}::text::jsonb) as contact(
			id text, name text, company text, roles contact_role[], email text, phone text, address text,
			"taxExempt" boolean, "taxNumber" text, notes text, "mutationId" uuid
		)`;
}
