import { ArchiveContactInput } from '#lib/contacts/contact-input.ts';
import { archiveContact } from '#lib/server/contacts/archive-contact.ts';
import { answer, api, readInput } from '#lib/server/http/api.ts';
import { pathId } from '#lib/server/http/path-id.ts';
import type { RequestEvent } from './$types';

export const POST = api(async (event: RequestEvent, { deps, actor }) => {
	const id = pathId(event.params.id, 'contact.not_found');
	const input = await readInput(event, ArchiveContactInput);
	return answer({ contact: await archiveContact(deps, actor, id, input) });
});
