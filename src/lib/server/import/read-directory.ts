import type { KnownContact } from '#lib/import/contact-book.ts';
import type { Directory } from '#lib/import/plan-jobs.ts';
import type { StaffMember } from '#lib/import/staff.ts';
import type { Transaction } from '#lib/server/db/transaction.ts';

/** The shop that a file goes into. */
export interface ImportShop extends Directory {
	name: string;
	timeZone: string;
}

/** P1: whom a file can mean: the shop's own people who work there now, and its contacts that are not archived. */
export async function readDirectory(tx: Transaction, shopId: string): Promise<ImportShop> {
	const [[shop], staff, contacts] = await Promise.all([
		tx<{ name: string; timeZone: string }[]>`
			select name, time_zone as "timeZone" from shops where id = ${shopId}`,
		tx<StaffMember[]>`
			select id, name, email from people where shop_id = ${shopId} and active order by name, id`,
		tx<KnownContact[]>`
			select id, name, company, roles, email, phone, address, tax_exempt as "taxExempt",
				tax_number as "taxNumber", notes
			from contacts where shop_id = ${shopId} and archived_at is null order by created_at, id`
	]);
	if (!shop) throw new Error('The shop of an actor is gone');
	return { ...shop, staff, contacts };
}
