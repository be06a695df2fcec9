import type { ContactRole } from '#lib/contacts/contact.ts';
import type { CustomerSnapshot } from '#lib/jobs/job.ts';
import { invalidInput } from '#lib/server/app-error.ts';
import type { Statements } from '#lib/server/db/transaction.ts';

/** A contact as a job copies it (S1, S3). */
export interface ContactSnapshot extends CustomerSnapshot {
	id: string;
	roles: ContactRole[];
}

const SNAPSHOT_COLUMNS = `id, name, company, email, phone, address, tax_exempt as "taxExempt",
	tax_number as "taxNumber", roles`;

export const NO_CUSTOMER = 'Choose a customer of this shop.';
export const NO_VENDOR = 'Choose a vendor of this shop.';
export const NOBODY_HERE = 'Choose somebody who works here.';

export interface Named {
	id: string;
	name: string;
}

/** S3: the vendor's name as a job copies it. Throws `input.invalid` for a contact that is none, archived, or another shop's. */
export async function requireVendor(
	sql: Statements,
	shopId: string,
	id: string
): Promise<{ id: string; name: string }> {
	const vendor = (await findContacts(sql, shopId, [id])).find(({ roles }) => roles.includes('vendor'));
	if (!vendor) throw invalidInput({ vendorId: NO_VENDOR });
	return { id, name: vendorName(vendor) };
}

/** S3: a vendor is known by the company's name, or by their own when they have none. */
export function vendorName(vendor: ContactSnapshot): string {
	return vendor.company ?? vendor.name;
}

/** A contact that a job names, archived or not. */
export async function requireAnyContact(
	sql: Statements,
	shopId: string,
	id: string
): Promise<ContactSnapshot & { version: number }> {
	const [contact] = await sql<(ContactSnapshot & { version: number })[]>`
		select ${sql.unsafe(SNAPSHOT_COLUMNS)}, version from contacts where shop_id = ${shopId} and id = ${id}`;
	if (!contact) throw new Error('The contact of a job is gone');
	return contact;
}

/** Those of the shop's contacts that exist and are not archived. None of them can be deleted until the transaction ends. */
export function findContacts(sql: Statements, shopId: string, ids: string[]): Promise<ContactSnapshot[]> {
	return sql<ContactSnapshot[]>`
		select ${sql.unsafe(SNAPSHOT_COLUMNS)} from contacts
		where shop_id = ${shopId} and id = any(${ids}::text[]) and archived_at is null
		for key share`;
}

/** Those of the shop's people who work there now. */
export function findPeople(sql: Statements, shopId: string, ids: string[]): Promise<Named[]> {
	return sql<Named[]>`
		select id, name from people where shop_id = ${shopId} and id = any(${ids}::text[]) and active`;
}
