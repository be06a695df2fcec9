import type { ContactUse } from '#lib/contacts/contact-jobs.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { Deps } from '#lib/server/deps.ts';
import { requireReader } from './contact-rights.ts';

/** S4: how many jobs name a contact. Throws `forbidden` for a display. */
export async function readContactUse(
	{ sql }: Pick<Deps, 'sql'>,
	actor: Actor,
	id: string
): Promise<ContactUse> {
	requireReader(actor);
	const [use] = await sql<[ContactUse]>`
		select count(*)::int as jobs, (count(*) filter (where closed_at is null))::int as open
		from jobs where shop_id = ${actor.shopId} and (customer_id = ${id} or vendor_id = ${id})`;
	return use;
}
