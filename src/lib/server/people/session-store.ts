import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle';
import { sql as statement } from 'drizzle-orm';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import { createHash } from 'node:crypto';
import type { Role } from '#lib/people/actor.ts';
import type { SessionEnd } from '#lib/realtime/protocol.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Db, Queryable, Sql } from '#lib/server/db/client.ts';
import { people, sessions } from '#lib/server/db/tables/people.ts';
import { endSuffix } from './session-ended.ts';

/** The channel on which every node hears that a session has ended; `session-ended.ts` reads it. */
export const SESSIONS_CHANNEL = 'benchboard_sessions';

/** What is stored for a token: whoever reads the table cannot sign in with it. */
export function hashToken(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}

/**
 * Lucia's adapter over our tables. Lucia knows a session by its token and hands back the id that it was given, so ids
 * are tokens on its side and hashes on the database's.
 */
export class HashedSessions extends DrizzlePostgreSQLAdapter implements Adapter {
	readonly #sql: Sql;

	constructor(db: Db, sql: Sql) {
		super(db, sessions, people);
		this.#sql = sql;
	}

	/** One prepared statement, on both parts of the key. A person who is not active any more is no user. */
	override async getSessionAndUser(token: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
		const [row] = await this.#sql<SessionRow[]>`
			select s.shop_id, s.person_id, s.device, s.expires_at, p.name, p.role, p.active,
				s.seen_at > now() - ${SEEN_EVERY}::interval as is_seen
			from sessions s join people p on p.shop_id = s.shop_id and p.id = s.person_id
			where s.id = ${hashToken(token)}`;
		return row ? [toSession(token, row), row.active ? toUser(row) : null] : [null, null];
	}

	/**
	 * Waits for a change of the person that is on its way, and looks at them as they are then: a change that has ended
	 * their sessions ends this one, whichever comes first.
	 */
	override async setSession({ id, userId, expiresAt, attributes }: DatabaseSession): Promise<void> {
		const { shopId, device, verified = null } = attributes;
		const { count } = await this.#sql`
			insert into sessions (shop_id, id, person_id, device, seen_at, expires_at)
			select shop_id, ${hashToken(id)}, id, ${device}, now(), ${expiresAt.toISOString()}::timestamptz
			from people
			where shop_id = ${shopId} and id = ${userId} and active
				and password_hash = coalesce(${verified}, password_hash)
			for share`;
		if (count === 0) throw new AppError('credentials.wrong');
	}

	override updateSessionExpiration(token: string, expiresAt: Date): Promise<void> {
		return super.updateSessionExpiration(hashToken(token), expiresAt);
	}

	override deleteSession(token: string): Promise<void> {
		return deleteSession(this.#sql, hashToken(token));
	}
}

/** P3: ends a session and tells every node in the same statement, so that its open boards close. */
export async function deleteSession(sql: Sql, id: string): Promise<void> {
	await sql`
		with ended as (delete from sessions where id = ${id} returning shop_id, id)
		select pg_notify(${SESSIONS_CHANNEL}, shop_id || ':' || id) from ended`;
}

/** Which sessions of a person end, and why. */
export interface Ending {
	reason: SessionEnd;
	/** This one alone. */
	only?: string;
	/** All but this one. */
	except?: string;
}

/** P3: ends sessions of a person with the transaction, and tells every node; returns the devices that they were on. */
export async function endSessionsOf(
	tx: Queryable,
	person: { shopId: string; id: string },
	{ reason, only, except }: Ending
): Promise<string[]> {
	const ended = await tx.execute<{ device: string }>(statement`
		with ended as (
			delete from sessions where shop_id = ${person.shopId} and person_id = ${person.id}
				and id = coalesce(${only ?? null}, id) and id is distinct from ${except ?? null}
			returning id, device
		)
		select device, pg_notify(${SESSIONS_CHANNEL}, ${person.shopId}::text || ':' || id || ${endSuffix(reason)}::text)
		from ended`);
	return [...ended].map(({ device }) => device);
}

/** A session's whole key. */
export interface SessionKey {
	shopId: string;
	/** The stored hash of its token. */
	id: string;
}

/** A session's last use is written down when this much time has passed since the one before. */
const SEEN_EVERY = '5 minutes';

/** P3: writes down that sessions are in use, at most once every few minutes each. */
export async function noteSeen(sql: Sql, sessions: readonly SessionKey[]): Promise<void> {
	const shops = sessions.map(({ shopId }) => shopId);
	const ids = sessions.map(({ id }) => id);
	await sql`
		update sessions set seen_at = now()
		where (shop_id, id) in (select * from unnest(${shops}::text[], ${ids}::text[])) and (seen_at is null or seen_at <= now() - ${SEEN_EVERY}::interval)`;
}

/** Clears a person's forgotten sessions away, so that they do not pile up over the years. */
export async function deleteExpired(sql: Sql, person: { shopId: string; id: string }): Promise<void> {
	const { shopId, id } = person;
	await sql`delete from sessions where shop_id = ${shopId} and person_id = ${id} and expires_at <= now()`;
}

interface SessionRow {
	shop_id: string;
	person_id: string;
	device: string;
	expires_at: string;
	name: string;
	role: Role;
	active: boolean;
	is_seen: boolean | null;
}

function toSession(token: string, row: SessionRow): DatabaseSession {
	const { shop_id: shopId, device, is_seen: isSeen } = row;
	return {
		id: token,
		userId: row.person_id,
		expiresAt: new Date(row.expires_at),
		attributes: { shopId, device, isSeen: isSeen ?? false }
	};
}

function toUser({ person_id: id, shop_id: shopId, name, role }: SessionRow): DatabaseUser {
	return { id, attributes: { shopId, name, role } };
}
