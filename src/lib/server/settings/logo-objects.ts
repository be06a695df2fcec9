import { and, eq, sql } from 'drizzle-orm';
import { AppError } from '#lib/server/app-error.ts';
import { logoKey } from '#lib/server/attachments/object-store.ts';
import type { Queryable } from '#lib/server/db/client.ts';
import { objectRemovals } from '#lib/server/db/schema.ts';

/** A6: a logo on its way into the store or out of it, as `attachments/object-removals.ts` does it for files. */

const isWritten = (shopId: string, key: string) =>
	and(eq(objectRemovals.shopId, shopId), eq(objectRemovals.key, key));

/** The stored logo is there to stay, when this transaction commits. Throws `storage.unavailable` when a sweeper came first. */
export async function confirmLogo(tx: Queryable, shopId: string, logoId: string): Promise<void> {
	const confirmed = await tx
		.delete(objectRemovals)
		.where(and(isWritten(shopId, logoKey(shopId, logoId)), eq(objectRemovals.attempts, 0)))
		.returning({ key: objectRemovals.key });
	if (confirmed.length !== 1) throw new AppError('storage.unavailable');
}

/** Has a logo removed from the store as soon as this transaction commits. */
export async function queueLogo(tx: Queryable, shopId: string, logoId: string): Promise<void> {
	const dueAt = sql`now()`;
	await tx
		.insert(objectRemovals)
		.values({ shopId, key: logoKey(shopId, logoId), dueAt })
		.onConflictDoUpdate({ target: [objectRemovals.shopId, objectRemovals.key], set: { dueAt } });
}

/** Has a logo removed now, unless it was saved after all: it is the shop's, or was replaced since. */
export async function releaseLogo(db: Queryable, shopId: string, logoId: string): Promise<void> {
	const key = logoKey(shopId, logoId);
	const released = await db
		.update(objectRemovals)
		.set({ dueAt: sql`now()` })
		.where(isWritten(shopId, key))
		.returning({ key: objectRemovals.key });
	if (released.length > 0) return;
	await db.execute(sql`
		insert into object_removals (shop_id, key, due_at)
		select id, ${key}, now() from shops where id = ${shopId} and logo->>'id' is distinct from ${logoId}
		on conflict (shop_id, key) do nothing`);
}
