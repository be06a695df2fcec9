import { and, eq, isNull } from 'drizzle-orm';
import { randomBytes } from 'node:crypto';
import { LINK_TOKEN, linkProblem, type LinkKind } from '#lib/people/access-link.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Queryable, Tx } from '#lib/server/db/client.ts';
import { accessLinks } from '#lib/server/db/schema.ts';
import { lockPeople } from './lock-people.ts';
import { hashToken } from './session-store.ts';

export type AccessLink = typeof accessLinks.$inferSelect;

/** A new token of 256 random bits; what is stored of it is its hash. */
export function newLinkToken(): { token: string; tokenHash: string } {
	const token = randomBytes(32).toString('base64url');
	return { token, tokenHash: hashToken(token) };
}

/** P3: the link of a kind that a token opens. Throws `link.not_found`, `link.used` or `link.expired`. */
export async function requireLink(
	db: Queryable,
	{ kind, token }: { kind: LinkKind; token: string },
	now: Instant
): Promise<AccessLink> {
	const link = LINK_TOKEN.test(token) ? await findLink(db, kind, token) : undefined;
	if (!link) throw new AppError('link.not_found');
	const problem = linkProblem(
		{ usedAt: link.usedAt?.toISOString() ?? null, expiresAt: link.expiresAt.toISOString() },
		now
	);
	if (problem) throw new AppError(problem);
	return link;
}

/**
 * P3: takes a link for the transaction and marks it as used: of several who use it at once one gets it, and whoever
 * withdraws it meanwhile comes before or after. Throws what `requireLink` throws.
 */
export async function takeLink(
	tx: Tx,
	wanted: { kind: LinkKind; token: string },
	now: Instant
): Promise<AccessLink> {
	const { shopId } = await requireLink(tx, wanted, now);
	await lockPeople(tx, shopId);
	const link = await requireLink(tx, wanted, now);
	await tx
		.update(accessLinks)
		.set({ usedAt: new Date(now) })
		.where(linkKey(shopId, link.id));
	return link;
}

export const linkKey = (shopId: string, id: string) =>
	and(eq(accessLinks.shopId, shopId), eq(accessLinks.id, id));

/** P3: the unused links to a new password of a person are worth nothing any more. */
export async function voidPasswordLinks(tx: Tx, shopId: string, personId: string): Promise<void> {
	await tx
		.delete(accessLinks)
		.where(
			and(
				eq(accessLinks.shopId, shopId),
				eq(accessLinks.personId, personId),
				eq(accessLinks.kind, 'password'),
				isNull(accessLinks.usedAt)
			)
		);
}

async function findLink(db: Queryable, kind: LinkKind, token: string): Promise<AccessLink | undefined> {
	const [link] = await db
		.select()
		.from(accessLinks)
		.where(and(eq(accessLinks.tokenHash, hashToken(token)), eq(accessLinks.kind, kind)));
	return link;
}
