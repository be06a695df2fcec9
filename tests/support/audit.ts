import type { AuditFact } from '#lib/audit/audit.ts';
import type { Sql } from '#lib/server/db/client.ts';

/** What a shop's audit log says, oldest first: who, and what. */
export async function auditOf(sql: Sql, shopId: string): Promise<(AuditFact & { by: string | null })[]> {
	const rows = await sql<{ by: string | null; fact: AuditFact }[]>`
		select by_name as by, fact from audit_entries where shop_id = ${shopId} order by at, ctid`;
	return rows.map(({ by, fact }) => ({ by, ...fact }));
}
