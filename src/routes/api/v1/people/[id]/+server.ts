import { ChangePersonInput } from '#lib/people/person-input.ts';
import { answer, api, readInput } from '#lib/server/http/api.ts';
import { changePerson } from '#lib/server/people/change-person.ts';
import type { RequestEvent } from './$types';

export const PATCH = api(async (event: RequestEvent, { deps, actor }) => {
	const input = await readInput(event, ChangePersonInput);
	return answer({ person: await changePerson(deps, actor, event.params.id, input) });
});
