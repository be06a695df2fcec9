import { ChangePersonInput } from '#lib/people/person-input.ts';
import { answer, api, readInput } from '#lib/server/http/api.ts';
import { pathId } from '#lib/server/http/path-id.ts';
import { changePerson } from '#lib/server/people/change-person.ts';
import type { RequestEvent } from './$types';

export const PATCH = api(async (event: RequestEvent, { deps, actor }) => {
	const id = pathId(event.params.id, 'not_found');
	const input = await readInput(event, ChangePersonInput);
	return answer({ person: await changePerson(deps, actor, id, input) });
});
