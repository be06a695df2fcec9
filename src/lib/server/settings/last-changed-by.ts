import { and, desc, eq, sql } from 'drizzle-orm';
import type { Queryable } from '#lib/server/db/client.ts';
import { auditEntries } from '#lib/server/db/schema.ts';

/** The name of who has changed the shop's settings last; `null` where nobody has. */
export async function lastChangedBy(tx: Queryable, shopId: string): Promise<string | null> {
	const [last] = await tx
		.select({ name: auditEntries.byName })
		.from(auditEntries)
		.where(and(eq(auditEntries.shopId, shopId), sql`${auditEntries.fact}->>'kind' = 'shop_changed'`))
		.orderBy(desc(auditEntries.at), desc(auditEntries.id))
		.limit(1);
	return last?.name ?? null;
}
