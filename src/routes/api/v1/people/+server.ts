import { AddPersonInput } from '#lib/people/person-input.ts';
import { answer, api, readInput } from '#lib/server/http/api.ts';
import { addPerson } from '#lib/server/people/add-person.ts';
import { listPeople } from '#lib/server/people/list-people.ts';

export const GET = api(async (_event, { deps, actor }) => answer({ people: await listPeople(deps, actor) }));

export const POST = api(async (event, { deps, actor }) =>
	answer({ person: await addPerson(deps, actor, await readInput(event, AddPersonInput)) }, 201)
);
