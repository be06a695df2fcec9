import { eq } from 'drizzle-orm';
import type { Actor } from '#lib/people/actor.ts';
import type { Db } from '#lib/server/db/client.ts';
import { shops } from '#lib/server/db/schema.ts';
import { DEFAULT_SETTINGS, type ShopLogo, type ShopSettings } from '#lib/settings/shop-settings.ts';

/** The actor's shop as the frame of every page shows it. */
export interface Shop {
	name: string;
	timeZone: string;
	logo: ShopLogo | null;
	/** The version of its last committed change. */
	version: number;
	/** Counts the changes of its name, its rules and its people. */
	rules: number;
	/** What its people are offered: reasons of a hold, places, choices. */
	own: ShopSettings;
}

/** What the actor's shop is called, where it is, and how it looks. */
export async function readShop(db: Db, actor: Actor): Promise<Shop> {
	const [shop] = await db
		.select({
			name: shops.name,
			timeZone: shops.timeZone,
			logo: shops.logo,
			version: shops.version,
			rules: shops.rulesVersion,
			own: shops.settings
		})
		.from(shops)
		.where(eq(shops.id, actor.shopId));
	if (!shop) throw new Error('The shop of an actor is gone');
	return { ...shop, own: { ...DEFAULT_SETTINGS, ...shop.own } };
}
