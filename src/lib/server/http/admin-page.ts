import { error, type RequestEvent } from '@sveltejs/kit';
import { abilitiesOf } from '#lib/jobs/abilities.ts';
import type { Actor } from '#lib/people/actor.ts';
import { problemDetail } from '#lib/problems/words.ts';
import { requireSignedIn } from './signed-in.ts';

/** W13: who looks at a page of the settings; 403 for everybody who does not manage the shop. */
export function requireAdminPage(event: Pick<RequestEvent, 'locals' | 'url'>): Actor {
	const actor = requireSignedIn(event);
	if (!abilitiesOf(actor).manageShop) error(403, problemDetail('forbidden'));
	return actor;
}
