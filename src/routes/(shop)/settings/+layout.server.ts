import { error } from '@sveltejs/kit';
import { abilitiesOf } from '#lib/jobs/abilities.ts';
import { problemDetail } from '#lib/problems/words.ts';
import { requireSignedIn } from '#lib/server/http/signed-in.ts';
import type { LayoutServerLoad } from './$types';

/** W13: the shop's settings are for its admins. Each page asks again: a layout is not run for every one of its data requests. */
export const load: LayoutServerLoad = (event) => {
	if (!abilitiesOf(requireSignedIn(event)).manageShop) error(403, problemDetail('forbidden'));
};
