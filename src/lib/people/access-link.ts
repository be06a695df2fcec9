import type { Instant } from '#lib/kernel/dates.ts';
import type { Role } from './actor.ts';

/** P3: what a link of an admin lets its holder do, once. */
export const LINK_KINDS = ['invitation', 'password'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** P3: days for which a link works. */
export const LINK_DAYS: Record<LinkKind, number> = { invitation: 7, password: 2 };

/** What a link's token looks like: 256 random bits. Anything else is no link, and never reaches the database. */
export const LINK_TOKEN = /^[\w-]{43}$/;

/** P3: the address of a link's page. */
export function linkPath(kind: LinkKind, token: string): string {
	return `/${kind === 'invitation' ? 'join' : 'password'}/${token}`;
}

/** P3: when a link that is made now stops working. */
export function linkExpiry(kind: LinkKind, now: Instant): Instant {
	return new Date(Date.parse(now) + LINK_DAYS[kind] * 86_400_000).toISOString();
}

/** P3: why a link does not work; `null` when it does. One that was used says so for ever. */
export function linkProblem(
	{ usedAt, expiresAt }: { usedAt: Instant | null; expiresAt: Instant },
	now: Instant
): 'link.used' | 'link.expired' | null {
	if (usedAt !== null) return 'link.used';
	return Date.parse(expiresAt) <= Date.parse(now) ? 'link.expired' : null;
}

/** P3: an invitation that nobody has used yet, as admins list it. It says nothing of its token. */
export interface Invitation {
	id: string;
	/** Who is invited. */
	name: string;
	role: Role;
	/** The name of who has invited; `null` once that is not known any more. */
	madeBy: string | null;
	createdAt: Instant;
	expiresAt: Instant;
}

/** P3: a link as it is handed out, once. */
export interface HandedLink {
	/** The whole address, to be sent to whom it is for. */
	link: string;
	expiresAt: Instant;
}
