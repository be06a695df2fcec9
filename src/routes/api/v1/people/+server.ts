import { AddPersonInput } from '#lib/people/person-input.ts';
import { answer, api, readInput } from '#lib/server/http/api.ts';
import { requireManager } from '#lib/server/people/change-person.ts';
import { createPerson } from '#lib/server/people/create-person.ts';
import { listPeople, requirePerson } from '#lib/server/people/list-people.ts';

export const GET = api(async (_event, { deps, actor }) => answer({ people: await listPeople(deps, actor) }));

export const POST = api(async (event, { deps, actor }) => {
	requireManager(actor);
	const { mutationId: _, ...person } = await readInput(event, AddPersonInput);
	const { personId } = await createPerson(deps.db, { ...person, shop: actor.shopId });
	return answer({ person: await requirePerson(deps.db, actor, personId) }, 201);
});
