import { answer, api } from '#lib/server/http/api.ts';
import { listPeople } from '#lib/server/people/list-people.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = api(async (_event, { deps, actor }) =>
	answer({ people: await listPeople(deps, actor) })
);
