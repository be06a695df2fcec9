import { Lucia, TimeSpan } from 'lucia';
import type { Instant } from '#lib/kernel/dates.ts';
import type { Actor, Role } from '#lib/people/actor.ts';
import type { Deps } from '#lib/server/deps.ts';
import { deleteExpired, deleteSession, HashedSessions, hashToken, noteSeen } from './session-store.ts';

/** P3: a session ends after this many days without use; using it in the second half starts them again. */
export const SESSION_DAYS = 30;

/** What sessions need of the process. */
export type SessionStores = Pick<Deps, 'db' | 'sql'>;

export interface Session {
	/** The stored hash of the token. */
	id: string;
	expiresAt: Instant;
	/** The expiry has just moved: set the cookie again. */
	fresh: boolean;
}

export interface NewSession {
	token: string;
	session: Session;
}

/** Whose session starts. */
export interface SessionHolder {
	shopId: string;
	id: string;
	/** The stored hash that a password was verified by, where one was. */
	verified?: string;
}

/**
 * P3: starts a session under a new token of 200 random bits; only its hash is stored. Throws `credentials.wrong` when the
 * person has been removed, or has got another password, since it was verified.
 */
export async function startSession(
	stores: SessionStores,
	person: SessionHolder,
	device: string
): Promise<NewSession> {
	const { shopId, id, verified } = person;
	await deleteExpired(stores.sql, person);
	const session = await luciaOver(stores).createSession(id, { shopId, device, verified });
	return { token: session.id, session: { ...toSession(session), fresh: true } };
}

/**
 * P3: whom a token speaks for: one statement, and a second one when the expiry moves or the session is over. That the
 * session is in use is written down every few minutes, beside it.
 */
export async function readSession(
	stores: SessionStores,
	token: string
): Promise<{ actor: Actor; session: Session } | null> {
	const { session, user } = await luciaOver(stores).validateSession(token);
	if (!session) return null;
	const { id, shopId, name, role } = user;
	const { device, isSeen } = session;
	// Nobody waits for it, and nothing is lost without it.
	if (!isSeen) void noteSeen(stores.sql, [{ shopId, id: hashToken(token) }]).catch(() => undefined);
	return { actor: { kind: 'person', shopId, id, name, role, device }, session: toSession(session) };
}

/** P3: signs out: the session is gone, and its open boards on every node hear of it. The id is the stored hash. */
export function endSession(stores: SessionStores, sessionId: string): Promise<void> {
	return deleteSession(stores.sql, sessionId);
}

function toSession(session: { id: string; expiresAt: Date; fresh: boolean }): Session {
	const { id: token, expiresAt, fresh } = session;
	return { id: hashToken(token), expiresAt: expiresAt.toISOString(), fresh };
}

function createLucia({ db, sql }: SessionStores) {
	return new Lucia(new HashedSessions(db, sql), {
		sessionExpiresIn: new TimeSpan(SESSION_DAYS, 'd'),
		getUserAttributes: (attributes) => attributes,
		getSessionAttributes: ({ device, isSeen }) => ({ device, isSeen: isSeen ?? true })
	});
}

const made = new WeakMap<object, ReturnType<typeof createLucia>>();

function luciaOver(stores: SessionStores) {
	const lucia = made.get(stores.sql) ?? createLucia(stores);
	made.set(stores.sql, lucia);
	return lucia;
}

declare module 'lucia' {
	interface Register {
		Lucia: ReturnType<typeof createLucia>;
		DatabaseSessionAttributes: {
			shopId: string;
			device: string;
			verified?: string | undefined;
			/** Whether its last use has been written down of late. */
			isSeen?: boolean;
		};
		DatabaseUserAttributes: { shopId: string; name: string; role: Role };
	}
}
