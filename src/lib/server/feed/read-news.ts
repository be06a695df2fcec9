import type { AuditFact } from '#lib/audit/audit.ts';
import type { Statements } from '#lib/server/db/transaction.ts';

/** What is announced to boards as a reason to reload. */
const TOLD: readonly AuditFact['kind'][] = ['shop_changed', 'person_changed', 'person_joined'];

/**
 * P3: the mark of what was last changed about a shop's people and rules; `null` before the first change. A board
 * that was made at another mark may show names, rules or rights that are not true any more.
 */
export async function readNews(sql: Statements, shopId: string): Promise<string | null> {
	// A number that only grows with what is committed: entries come neither in the order of their time nor of their id.
	const [told] = await sql<{ count: number }[]>`
		select count(*)::int as count from audit_entries
		where shop_id = ${shopId} and fact ->> 'kind' = any(${TOLD as string[]})`;
	return told && told.count > 0 ? String(told.count) : null;
}
