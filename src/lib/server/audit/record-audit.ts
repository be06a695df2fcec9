import type { AuditFact } from '#lib/audit/audit.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { Queryable } from '#lib/server/db/client.ts';
import { auditEntries } from '#lib/server/db/schema.ts';
import { newId } from '#lib/server/ids.ts';

/** Writes down what somebody did to the shop's people, displays or rules, in the transaction that does it. */
export async function recordAudit(tx: Queryable, actor: Actor, fact: AuditFact, at: Instant): Promise<void> {
	await tx.insert(auditEntries).values({
		shopId: actor.shopId,
		id: newId(),
		at: new Date(at),
		byId: actor.id,
		byName: actor.name,
		byDevice: actor.kind === 'person' ? (actor.device ?? null) : null,
		fact
	});
}
