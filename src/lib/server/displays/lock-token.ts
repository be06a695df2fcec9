import type { Statements } from '#lib/server/db/transaction.ts';

/** Pairing a screen and giving it another code take turns: a code that came a moment too late would pair it a second time. */
export async function lockToken(tx: Statements, tokenHash: string): Promise<void> {
	await tx`select pg_advisory_xact_lock(hashtextextended(${tokenHash}, 0))`;
}
