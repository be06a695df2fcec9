import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Invitation } from '#lib/people/access-link.ts';
import type { Actor } from '#lib/people/actor.ts';
import { accessLinks } from '#lib/server/db/schema.ts';
import type { Deps } from '#lib/server/deps.ts';
import { requireManager } from './change-person.ts';

/**
 * P1, P3: the invitations of the actor's shop that nobody has used, the newest first; those that have expired among them,
 * until an admin withdraws them. Throws `forbidden`.
 */
export async function listInvitations({ db }: Pick<Deps, 'db'>, actor: Actor): Promise<Invitation[]> {
	requireManager(actor);
	const { id, name, role, madeBy, createdAt, expiresAt } = accessLinks;
	const rows = await db
		.select({ id, name, role, madeBy, createdAt, expiresAt })
		.from(accessLinks)
		.where(
			and(
				eq(accessLinks.shopId, actor.shopId),
				eq(accessLinks.kind, 'invitation'),
				isNull(accessLinks.usedAt)
			)
		)
		.orderBy(desc(createdAt), id);
	return rows.map((row) => ({
		...row,
		// An invitation has both: a constraint of the table says so.
		name: row.name ?? '',
		role: row.role ?? 'viewer',
		createdAt: row.createdAt.toISOString(),
		expiresAt: row.expiresAt.toISOString()
	}));
}
