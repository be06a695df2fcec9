import type { Contact } from '#lib/contacts/contact.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { Deps } from '#lib/server/deps.ts';
import { requireReader } from './contact-rights.ts';
import { requireContact } from './contact-store.ts';

/** A contact of the shop, archived or not. Throws `forbidden` for a display and `contact.not_found`. */
export async function readContact(deps: Pick<Deps, 'sql'>, actor: Actor, id: string): Promise<Contact> {
	requireReader(actor);
	return requireContact(deps.sql, actor.shopId, id);
}
