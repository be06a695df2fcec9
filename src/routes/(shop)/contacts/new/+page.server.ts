import { error } from '@sveltejs/kit';
import { MAY_NOT } from '#lib/contacts/contact-page-messages.ts';
import { CONTACT_ROLES } from '#lib/contacts/contact.ts';
import { abilitiesOf } from '#lib/jobs/abilities.ts';
import { requireSignedIn } from '#lib/server/http/signed-in.ts';
import type { PageServerLoad } from './$types';

/** S4: an empty form, or one that begins with what was searched for in vain. */
export const load: PageServerLoad = (event) => {
	const actor = requireSignedIn(event);
	if (!abilitiesOf(actor).manageContacts) error(403, MAY_NOT);
	const { searchParams } = event.url;
	const asked = CONTACT_ROLES.find((role) => role === searchParams.get('role'));
	return { name: searchParams.get('name')?.trim().slice(0, 200) ?? '', role: asked ?? CONTACT_ROLES[0] };
};
