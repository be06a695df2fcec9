import { abilitiesOf } from '#lib/jobs/abilities.ts';
import type { Actor, PersonRef } from '#lib/people/actor.ts';
import { readBoard } from '#lib/server/board/read-board.ts';
import type { Deps } from '#lib/server/deps.ts';
import { requireSignedIn } from '#lib/server/http/signed-in.ts';
import { listPeople } from '#lib/server/people/list-people.ts';
import type { PageServerLoad } from './$types';

/** The board's first paint: the cards themselves; everything after comes through the session's socket. */
export const load: PageServerLoad = async (event) => {
	const actor = requireSignedIn(event);
	const { deps } = event.locals;
	const [board, salespeople] = await Promise.all([readBoard(deps, actor), readSalespeople(deps, actor)]);
	return { board, salespeople };
};

/** Who can be the salesperson of a new job; nobody, for those who take no jobs in. */
async function readSalespeople(deps: Deps, actor: Actor): Promise<PersonRef[]> {
	if (!abilitiesOf(actor).create) return [];
	const people = await listPeople(deps, actor);
	return people
		.filter(({ active, role }) => active && (role === 'admin' || role === 'salesperson'))
		.map(({ id, name, initials }) => ({ id, name, initials }));
}
