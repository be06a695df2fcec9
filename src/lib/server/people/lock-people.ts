import { eq } from 'drizzle-orm';
import type { Tx } from '#lib/server/db/client.ts';
import { shops } from '#lib/server/db/schema.ts';

/** Has the changes of one shop's people wait for each other, from here to the end of the transaction. */
export async function lockPeople(tx: Tx, shopId: string): Promise<void> {
	await tx.select({ id: shops.id }).from(shops).where(eq(shops.id, shopId)).for('update');
}
