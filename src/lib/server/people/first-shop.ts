import { sql } from 'drizzle-orm';
import { AppError } from '#lib/server/app-error.ts';
import type { Queryable } from '#lib/server/db/client.ts';
import { FIRST_SHOP_LOCK } from '#lib/server/demo/load-demo-shop.ts';
import { shops } from '#lib/server/db/schema.ts';
import type { Deps } from '#lib/server/deps.ts';
import { createShop, type CreatedShop } from './create-shop.ts';

/** P2: whether the installation has been set up. */
export async function shopExists(db: Queryable): Promise<boolean> {
	const [shop] = await db.select({ id: shops.id }).from(shops).limit(1);
	return shop !== undefined;
}

/** P2: the first shop of an installation. Of several set-ups at once exactly one succeeds; the others throw `setup.done`. */
export function createFirstShop(
	{ db }: Pick<Deps, 'db'>,
	input: Parameters<typeof createShop>[1]
): Promise<CreatedShop> {
	return db.transaction(async (tx) => {
		await tx.execute(sql`select pg_advisory_xact_lock(${FIRST_SHOP_LOCK})`);
		if (await shopExists(tx)) throw new AppError('setup.done');
		return createShop(tx, input);
	});
}
