import { eq } from 'drizzle-orm';
import type { Role } from '#lib/people/actor.ts';
import { shops } from '#lib/server/db/schema.ts';
import type { Deps } from '#lib/server/deps.ts';
import { requireLink } from './access-links.ts';

/** P3: what an invitation says to whoever holds its link. */
export interface InvitationFacts {
	shop: string;
	name: string;
	role: Role;
	/** The name of who has invited. */
	madeBy: string | null;
}

/** P3: who is invited to which shop as what. Throws `link.not_found`, `link.used` or `link.expired`. */
export async function readInvitation(
	{ db, now }: Pick<Deps, 'db' | 'now'>,
	token: string
): Promise<InvitationFacts> {
	const { shopId, name, role, madeBy } = await requireLink(db, { kind: 'invitation', token }, now());
	const [shop] = await db.select({ name: shops.name }).from(shops).where(eq(shops.id, shopId));
	return { shop: shop?.name ?? '', name: name ?? '', role: role ?? 'viewer', madeBy };
}
