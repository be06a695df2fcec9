import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Queryable } from '#lib/server/db/client.ts';
import type { Deps } from '#lib/server/deps.ts';
import { valuesOf, withChange } from '#lib/settings/rule-fields.ts';
import { changesBetween } from '#lib/settings/rule-words.ts';
import type { ChangeSettingsInput } from '#lib/settings/settings-input.ts';
import type { ShopRules } from '#lib/settings/shop-settings.ts';
import { lastChangedBy } from './last-changed-by.ts';
import { recordRules } from './record-rules.ts';
import { lockRules } from './rules-store.ts';
import { requireManagesShop } from './settings-rights.ts';

/**
 * P, G1, G2: changes some of the shop's settings; every board, list and display of the shop follows. Wanting what is
 * so already changes nothing and is no conflict, so a change may be sent twice. Throws `forbidden`, and
 * `settings.changed` with the settings as they are when another version was seen.
 */
export async function changeSettings(
	{ db, now }: Pick<Deps, 'db' | 'now'>,
	actor: Actor,
	{ mutationId: _mutationId, version, ...change }: ChangeSettingsInput
): Promise<ShopRules> {
	requireManagesShop(actor);
	return db.transaction(async (tx) => {
		const before = await lockRules(tx, actor.shopId);
		const after = withChange(before, change);
		const changes = changesBetween(valuesOf(before), valuesOf(after));
		if (changes.length === 0) return before;
		if (version !== before.version) return refuse(tx, actor, before);
		return recordRules(tx, actor, after, { changes, at: now() });
	});
}

async function refuse(tx: Queryable, { shopId }: Actor, settings: ShopRules): Promise<never> {
	throw new AppError('settings.changed', { settings, changedBy: await lastChangedBy(tx, shopId) });
}
