import type { FileType } from '#lib/attachments/attachment.ts';
import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import { inspectFile } from '#lib/server/attachments/inspect-file.ts';
import { reserveObjects } from '#lib/server/attachments/object-removals.ts';
import { logoKey } from '#lib/server/attachments/object-store.ts';
import type { Deps } from '#lib/server/deps.ts';
import { newId } from '#lib/server/ids.ts';
import { logoChange } from '#lib/settings/logo-words.ts';
import type { ShopLogo, ShopRules } from '#lib/settings/shop-settings.ts';
import { confirmLogo, queueLogo, releaseLogo } from './logo-objects.ts';
import { makeLogo } from './make-logo.ts';
import { recordRules } from './record-rules.ts';
import { lockRules } from './rules-store.ts';
import { requireManagesShop } from './settings-rights.ts';

const TYPES: readonly FileType[] = ['image/png', 'image/jpeg', 'image/webp'];

/**
 * Makes a PNG, JPEG or WebP the shop's logo; the one before leaves the store. Throws `forbidden`, `logo.type`, what
 * `inspectFile` refuses, and `storage.unavailable`; whatever it throws, the logo is as it was, and what was stored by
 * then is removed again (A6).
 */
export async function setLogo(deps: Deps, actor: Actor, sent: Uint8Array): Promise<ShopRules> {
	requireManagesShop(actor);
	const { shopId } = actor;
	const { bytes, ...size } = await takeIn(sent);
	const logo: ShopLogo = { id: newId(), ...size };
	const key = logoKey(shopId, logo.id);
	await reserveObjects(deps.sql, shopId, [key]);
	// What a store did not take may still arrive there: its reservation runs its full time.
	await deps.store.put(key, bytes, 'image/webp');
	try {
		return await save(deps, actor, logo);
	} catch (error) {
		// If the database is away, the reservation runs out by itself.
		await releaseLogo(deps.db, shopId, logo.id).then(deps.wakeSweeper, () => undefined);
		throw error;
	}
}

async function takeIn(sent: Uint8Array): ReturnType<typeof makeLogo> {
	const { type } = await inspectFile(sent).catch(refuse);
	if (!TYPES.includes(type)) throw new AppError('logo.type');
	return makeLogo(sent);
}

/** Files may be more than logos may: what is refused there gets a sentence that names those. */
function refuse(error: unknown): never {
	if (error instanceof AppError && error.code === 'attachment.type' && error.facts.found === 'unknown')
		throw new AppError('logo.type');
	throw error;
}

async function save(deps: Deps, actor: Actor, logo: ShopLogo): Promise<ShopRules> {
	const { shopId } = actor;
	const rules = await deps.db.transaction(async (tx) => {
		const before = await lockRules(tx, shopId);
		await confirmLogo(tx, shopId, logo.id);
		if (before.logo) await queueLogo(tx, shopId, before.logo.id);
		const changes = [logoChange(before.logo, logo)];
		return recordRules(tx, actor, { ...before, logo }, { changes, at: deps.now() });
	});
	deps.wakeSweeper();
	return rules;
}
