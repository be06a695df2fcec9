import type { Display } from '#lib/displays/display.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { Deps } from '#lib/server/deps.ts';
import { requireManagesShop } from '#lib/server/settings/settings-rights.ts';
import { selectDisplays } from './display-store.ts';

/** D1: the displays of the actor's shop, by name, for its admins. Throws `forbidden`. */
export async function listDisplays({ db }: Pick<Deps, 'db'>, actor: Actor): Promise<Display[]> {
	requireManagesShop(actor);
	return selectDisplays(db, actor.shopId);
}
