import { redirect } from '@sveltejs/kit';
import { contactFiltersIn, listQuery } from '#lib/contacts/contact-filters.ts';
import { ListContactsInput } from '#lib/contacts/contact-input.ts';
import { abilitiesOf } from '#lib/jobs/abilities.ts';
import { AppError } from '#lib/server/app-error.ts';
import { listContacts } from '#lib/server/contacts/list-contacts.ts';
import { refusePage } from '#lib/server/contacts/refuse-page.ts';
import { parseInput } from '#lib/server/http/parse-input.ts';
import { requireSignedIn } from '#lib/server/http/signed-in.ts';
import type { PageServerLoad } from './$types';

/** L1: the list as its address says; an address that cannot be meant leads to the whole list. */
export const load: PageServerLoad = async (event) => {
	const actor = requireSignedIn(event);
	const { searchParams } = event.url;
	const filters = contactFiltersIn(searchParams);
	const cursor = searchParams.get('cursor');
	try {
		const input = parseInput(ListContactsInput, listQuery(filters, cursor));
		const list = await listContacts(event.locals.deps, actor, input);
		return { filters, list, isFirst: !cursor, canAdd: abilitiesOf(actor).manageContacts };
	} catch (refusal) {
		if (refusal instanceof AppError && refusal.code === 'input.invalid') redirect(303, '/contacts');
		return refusePage(refusal);
	}
};
