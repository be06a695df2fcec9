import { eq } from 'drizzle-orm';
import type { Actor } from '#lib/people/actor.ts';
import type { Db } from '#lib/server/db/client.ts';
import { shops } from '#lib/server/db/schema.ts';

/** The actor's shop as the frame of every page shows it. */
export interface Shop {
	name: string;
	timeZone: string;
}

/** The name and time zone of the actor's shop. */
export async function readShop(db: Db, actor: Actor): Promise<Shop> {
	const [shop] = await db
		.select({ name: shops.name, timeZone: shops.timeZone })
		.from(shops)
		.where(eq(shops.id, actor.shopId));
	if (!shop) throw new Error('The shop of an actor is gone');
	return shop;
}
