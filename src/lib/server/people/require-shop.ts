import { eq, or } from 'drizzle-orm';
import { invalidInput } from '#lib/server/app-error.ts';
import type { Queryable } from '#lib/server/db/client.ts';
import { shops } from '#lib/server/db/schema.ts';

/** P1: the shop that an operator names by its id or its name. Throws `input.invalid` when none or several are called that. */
export async function requireShop(db: Queryable, idOrName: string): Promise<{ id: string }> {
	const found = await db
		.select({ id: shops.id })
		.from(shops)
		.where(or(eq(shops.id, idOrName), eq(shops.name, idOrName)));
	const [shop, another] = found;
	if (!shop) throw invalidInput({ shop: 'There is no such shop.' });
	if (another) throw invalidInput({ shop: 'Several shops have this name. Use the id.' });
	return shop;
}
