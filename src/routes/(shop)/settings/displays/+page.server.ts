import { error } from '@sveltejs/kit';
import { abilitiesOf } from '#lib/jobs/abilities.ts';
import { problemDetail } from '#lib/problems/words.ts';
import { listDisplays } from '#lib/server/displays/list-displays.ts';
import { requireSignedIn } from '#lib/server/http/signed-in.ts';
import type { PageServerLoad } from './$types';

/** D1: the shop's displays, and the address that is opened on the next one. */
export const load: PageServerLoad = async (event) => {
	const actor = requireSignedIn(event);
	if (!abilitiesOf(actor).manageShop) error(403, problemDetail('forbidden'));
	const { deps, config } = event.locals;
	event.depends('app:displays');
	return {
		displays: await listDisplays(deps, actor),
		now: deps.now(),
		address: `${config.origin ?? event.url.origin}/display`
	};
};
