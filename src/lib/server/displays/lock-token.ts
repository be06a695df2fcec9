import { sql } from 'drizzle-orm';
import type { Tx } from '#lib/server/db/client.ts';

/** Pairing a screen and giving it another code take turns: a code that came a moment too late would pair it a second time. */
export async function lockToken(tx: Tx, tokenHash: string): Promise<void> {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${tokenHash}, 0))`);
}
