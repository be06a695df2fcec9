import { CreateContactInput, ListContactsInput } from '#lib/contacts/contact-input.ts';
import { createContact } from '#lib/server/contacts/create-contact.ts';
import { listContacts } from '#lib/server/contacts/list-contacts.ts';
import { answer, api, readInput } from '#lib/server/http/api.ts';
import { parseQuery } from '#lib/server/http/parse-query.ts';

export const GET = api(async ({ url }, { deps, actor }) =>
	answer(await listContacts(deps, actor, parseQuery(ListContactsInput, url)))
);

export const POST = api(async (event, { deps, actor }) =>
	answer(await createContact(deps, actor, await readInput(event, CreateContactInput)), 201)
);
