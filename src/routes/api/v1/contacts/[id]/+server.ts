import { ChangeContactInput } from '#lib/contacts/contact-input.ts';
import { changeContact } from '#lib/server/contacts/change-contact.ts';
import { deleteContact } from '#lib/server/contacts/delete-contact.ts';
import { readContact } from '#lib/server/contacts/read-contact.ts';
import { answer, answerNothing, api, readInput } from '#lib/server/http/api.ts';
import { pathId } from '#lib/server/http/path-id.ts';
import type { RequestEvent } from './$types';

const idIn = ({ params }: RequestEvent) => pathId(params.id, 'contact.not_found');

export const GET = api(async (event: RequestEvent, { deps, actor }) =>
	answer({ contact: await readContact(deps, actor, idIn(event)) })
);

export const PATCH = api(async (event: RequestEvent, { deps, actor }) => {
	const input = await readInput(event, ChangeContactInput);
	return answer({ contact: await changeContact(deps, actor, idIn(event), input) });
});

export const DELETE = api(async (event: RequestEvent, { deps, actor }) => {
	await deleteContact(deps, actor, idIn(event));
	return answerNothing();
});
