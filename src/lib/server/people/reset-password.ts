import { and, eq } from 'drizzle-orm';
import type { Role } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import { recordAudit } from '#lib/server/audit/record-audit.ts';
import type { Queryable } from '#lib/server/db/client.ts';
import { people, shops } from '#lib/server/db/schema.ts';
import type { Deps } from '#lib/server/deps.ts';
import { requireLink, takeLink, voidPasswordLinks, type AccessLink } from './access-links.ts';
import { hashPassword } from './passwords.ts';
import { endSessionsOf } from './session-store.ts';
import { startSession, type NewSession } from './sessions.ts';

/** P3: whose password a link sets. */
export interface PasswordLinkFacts {
	shop: string;
	name: string;
	email: string;
}

/** P3: whose password a link sets, in which shop. Throws `link.not_found`, `link.used` or `link.expired`. */
export async function readPasswordLink(
	{ db, now }: Pick<Deps, 'db' | 'now'>,
	token: string
): Promise<PasswordLinkFacts> {
	const link = await requireLink(db, { kind: 'password', token }, now());
	const { shop, name, email } = await requireHolder(db, link);
	return { shop, name, email };
}

/**
 * P3: a person who holds a link chooses a new password. All of their sessions end, and one starts on the device that they
 * are at. Throws `link.not_found`, `link.used` or `link.expired`.
 */
export async function resetPassword(
	deps: Pick<Deps, 'db' | 'sql' | 'now'>,
	token: string,
	{ password, device }: { password: string; device: string }
): Promise<NewSession> {
	const wanted = { kind: 'password', token } as const;
	const at = deps.now();
	await requireLink(deps.db, wanted, at);
	const passwordHash = await hashPassword(password);
	const person = await deps.db.transaction(async (tx) => {
		const link = await takeLink(tx, wanted, at);
		const { id, name, role } = await requireHolder(tx, link);
		const { shopId } = link;
		await tx
			.update(people)
			.set({ passwordHash })
			.where(and(eq(people.shopId, shopId), eq(people.id, id)));
		await voidPasswordLinks(tx, shopId, id);
		await endSessionsOf(tx, { shopId, id }, { reason: 'signed_out' });
		const actor = { kind: 'person', shopId, id, name, role, device } as const;
		await recordAudit(tx, actor, { kind: 'password_changed', person: name }, at);
		return { shopId, id };
	});
	return startSession(deps, { ...person, verified: passwordHash }, device);
}

interface Holder extends PasswordLinkFacts {
	id: string;
	role: Role;
}

/** Whoever has lost their access meanwhile has lost their links too. */
async function requireHolder(db: Queryable, { shopId, personId }: AccessLink): Promise<Holder> {
	const { id, name, email, role } = people;
	const [holder] = await db
		.select({ id, name, email, role, shop: shops.name })
		.from(people)
		.innerJoin(shops, eq(shops.id, people.shopId))
		.where(and(eq(people.shopId, shopId), eq(id, personId ?? ''), eq(people.active, true)));
	if (!holder) throw new AppError('link.not_found');
	return holder;
}
