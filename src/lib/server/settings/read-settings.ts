import type { Actor } from '#lib/people/actor.ts';
import type { Deps } from '#lib/server/deps.ts';
import type { ShopRules } from '#lib/settings/shop-settings.ts';
import { readRules } from './rules-store.ts';
import { requireManagesShop } from './settings-rights.ts';

/** All that an admin may change about the own shop. Throws `forbidden` for everybody else. */
export async function readSettings({ db }: Pick<Deps, 'db'>, actor: Actor): Promise<ShopRules> {
	requireManagesShop(actor);
	return readRules(db, actor.shopId);
}
