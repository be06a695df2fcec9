import type { Actor } from '#lib/people/actor.ts';
import type { Deps } from '#lib/server/deps.ts';
import { logoChange } from '#lib/settings/logo-words.ts';
import type { ShopRules } from '#lib/settings/shop-settings.ts';
import { queueLogo } from './logo-objects.ts';
import { recordRules } from './record-rules.ts';
import { lockRules } from './rules-store.ts';
import { requireManagesShop } from './settings-rights.ts';

/** Takes the shop's logo away, from the store too; where there is none, nothing happens. Throws `forbidden`. */
export async function removeLogo(deps: Deps, actor: Actor): Promise<ShopRules> {
	requireManagesShop(actor);
	const { shopId } = actor;
	const rules = await deps.db.transaction(async (tx) => {
		const before = await lockRules(tx, shopId);
		if (!before.logo) return before;
		await queueLogo(tx, shopId, before.logo.id);
		const changes = [logoChange(before.logo, null)];
		return recordRules(tx, actor, { ...before, logo: null }, { changes, at: deps.now() });
	});
	deps.wakeSweeper();
	return rules;
}
