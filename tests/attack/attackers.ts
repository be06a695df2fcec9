import { ROLES, type Role } from '#lib/people/actor.ts';
import { hashToken } from '#lib/server/people/session-store.ts';
import { startSession } from '#lib/server/people/sessions.ts';
import { buildDisplay, buildPerson, type Person } from '#tests/support/factories.ts';
import { PASSWORD, type TwoShops } from './two-shops.ts';

/** What somebody holds when they ask. */
export interface Credentials {
	/** A bearer token. */
	token?: string;
	cookie?: string;
	/** What a browser says of the page that asks. */
	page?: Record<string, string>;
	/** Whose they are or were, where they are a person's. */
	person?: Person;
}

/** What the table of rights knows an attacker as: what they are answered stands in that column. */
export type Column = Role | 'display' | 'nobody' | 'foreign page';

export interface Attacker {
	name: string;
	column: Column;
	/** Who tries ids of another shop: somebody of this one. */
	isInsider?: true;
	/** Comes anew for each request: what one has done changes nothing for the next. */
	come: (shops: TwoShops) => Promise<Credentials>;
}

const session = (token: string) => `benchboard_session=${token}`;
const EVIL = 'https://evil.example';

async function person(shops: TwoShops, role: Role): Promise<Credentials & { token: string; person: Person }> {
	const { sql } = shops.deps;
	const made = await buildPerson(sql, shops.ours.shopId, { role, name: `Our ${role}` });
	await sql`update people set password_hash = ${shops.passwordHash} where id = ${made.id}`;
	return { token: (await startSession(shops.deps, made, 'Chrome on Android')).token, person: made };
}

/** An admin, as whom nothing would be refused, after something has been done to them or their session. */
function fallen(
	name: string,
	fall: (shops: TwoShops, admin: { token: string; person: Person }) => Promise<unknown>
) {
	const come = async (shops: TwoShops) => {
		const admin = await person(shops, 'admin');
		await fall(shops, admin);
		return admin;
	};
	return { name, column: 'nobody', come } as const;
}

/** An admin's browser, in which a page of somebody else's asks. */
function foreignPage(name: string, page: Record<string, string>) {
	const come = async (shops: TwoShops) => {
		const { token, person: admin } = await person(shops, 'admin');
		return { cookie: session(token), page, person: admin };
	};
	return { name, column: 'foreign page', come } as const;
}

/** Everybody who asks in this shop. */
export const ATTACKERS: readonly Attacker[] = [
	...ROLES.map((role) => ({
		name: `a ${role}`,
		column: role,
		isInsider: true as const,
		come: (shops: TwoShops) => person(shops, role)
	})),
	{
		name: 'an admin by cookie',
		column: 'admin',
		come: async (shops) => {
			const { token, person: admin } = await person(shops, 'admin');
			return { cookie: session(token), page: { origin: shops.api.app.url }, person: admin };
		}
	},
	{
		name: 'a display',
		column: 'display',
		isInsider: true,
		come: async ({ deps, ours }) => ({ token: (await buildDisplay(deps.sql, ours.shopId)).token })
	},
	{
		name: 'a display by cookie',
		column: 'display',
		come: async ({ api, deps, ours }) => {
			const { token } = await buildDisplay(deps.sql, ours.shopId);
			return { cookie: `benchboard_display=${token}`, page: { origin: api.app.url } };
		}
	},
	{ name: 'nobody', column: 'nobody', come: () => Promise.resolve({}) },
	{ name: 'a made-up token', column: 'nobody', come: () => Promise.resolve({ token: 'x'.repeat(40) }) },
	{ name: 'the hash of a token', column: 'nobody', come: hashOfAToken },
	{
		name: 'a revoked display',
		column: 'nobody',
		come: async ({ deps, ours }) => {
			const { id, token } = await buildDisplay(deps.sql, ours.shopId);
			await deps.sql`delete from displays where id = ${id}`;
			return { token };
		}
	},
	fallen('an expired session', ({ deps }, { token }) => {
		return deps.sql`update sessions set expires_at = now() - interval '1 second' where id = ${hashToken(token)}`;
	}),
	fallen('a session that was signed out', ({ api }, { token }) => api.call('DELETE', '/session', { token })),
	fallen('somebody without access any more', ({ deps }, { person: { id } }) => {
		return deps.sql`update people set active = false where id = ${id}`;
	}),
	foreignPage('a page of another site', { origin: EVIL }),
	foreignPage('a page without an origin', { origin: 'null' }),
	foreignPage('a page of another port', { origin: 'http://127.0.0.1:1' }),
	foreignPage('a page of another site, by what the browser says of it', { 'sec-fetch-site': 'cross-site' })
];

/** Whoever reads the database cannot sign in with what stands there. */
async function hashOfAToken(shops: TwoShops): Promise<Credentials> {
	return { token: hashToken((await person(shops, 'admin')).token) };
}

/** The headers that a request of theirs has. */
export function headersOf({ token, cookie, page }: Credentials): Record<string, string> {
	return {
		...(token && { authorization: `Bearer ${token}` }),
		...(cookie && { cookie }),
		...page
	};
}

/** All that must never stand in a log. */
export function secretsOf({ token, cookie }: Credentials): string[] {
	return [PASSWORD, token, cookie?.split('=')[1]].filter((secret) => secret !== undefined);
}
