import { changedSettings } from '#lib/displays/changed-settings.ts';
import type { ChangeDisplayInput } from '#lib/displays/display-input.ts';
import type { Display } from '#lib/displays/display.ts';
import type { Actor } from '#lib/people/actor.ts';
import { recordAudit } from '#lib/server/audit/record-audit.ts';
import { displays } from '#lib/server/db/schema.ts';
import type { Deps } from '#lib/server/deps.ts';
import { announceNews } from '#lib/server/feed/shop-news.ts';
import { requireManagesShop } from '#lib/server/settings/settings-rights.ts';
import { displayIs, lockDisplay } from './display-store.ts';

/**
 * D1: changes what a display is called and shows; its screens follow by themselves. A change that changes nothing is
 * neither told nor recorded. Throws `forbidden` or `display.not_found`.
 */
export async function changeDisplay(
	{ db, now }: Pick<Deps, 'db' | 'now'>,
	actor: Actor,
	id: string,
	input: Pick<ChangeDisplayInput, 'name' | 'settings'>
): Promise<Display> {
	requireManagesShop(actor);
	const { shopId } = actor;
	return db.transaction(async (tx) => {
		const before = await lockDisplay(tx, shopId, id);
		const name = input.name ?? before.name;
		const settings = { ...before.settings, ...input.settings };
		const after = { ...before, name, settings };
		const changes = changedSettings(before, after);
		if (changes.length === 0) return before;
		await tx.update(displays).set({ name, settings }).where(displayIs(shopId, id));
		await recordAudit(tx, actor, { kind: 'display_changed', display: before.name, changes }, now());
		await announceNews(tx, { kind: 'display_changed', shop: shopId, display: id });
		return after;
	});
}
