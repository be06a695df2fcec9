import type { SessionEnd } from '#lib/realtime/protocol.ts';
import type { Sql } from '#lib/server/db/client.ts';
import type { Log } from '#lib/server/log.ts';
import { noteSeen, type SessionKey } from '#lib/server/people/session-store.ts';
import { rooms, type BoardServer, type BoardSocket } from './socket-types.ts';

/** Milliseconds that an ended session is remembered: longer than a hand-shake that began before takes. */
const REMEMBERED_MS = 30_000;
/** Milliseconds between looks at all connected sessions, for those that expire and for ends that nobody announced. */
const CHECK_MS = 15_000;

/** P3: ends a session's sockets on this node when it is signed out, removed or expired. */
export class SessionEnds {
	#io: BoardServer;
	#sql: Sql;
	#log: Log;
	#ended = new Map<string, { reason: SessionEnd; forget: ReturnType<typeof setTimeout> }>();
	#checking: ReturnType<typeof setInterval>;

	constructor(io: BoardServer, sql: Sql, log: Log) {
		this.#io = io;
		this.#sql = sql;
		this.#log = log;
		this.#checking = setInterval(() => void this.check(), CHECK_MS);
	}

	/** Whether the socket may stay: from here on the end of its session reaches it, and it has not come before. */
	admit(socket: BoardSocket): boolean {
		const { sessionId } = socket.data;
		if (sessionId === null) return true;
		void socket.join(rooms.session(sessionId));
		const ended = this.#ended.get(sessionId);
		if (!ended) return true;
		this.#kick(sessionId, ended.reason);
		return false;
	}

	end(sessionId: string, reason: SessionEnd = 'signed_out'): void {
		clearTimeout(this.#ended.get(sessionId)?.forget);
		const forget = setTimeout(() => this.#ended.delete(sessionId), REMEMBERED_MS);
		this.#ended.set(sessionId, { reason, forget: forget.unref() });
		this.#kick(sessionId, reason);
	}

	/** Ends the sockets of all sessions that the database does not know any more; the others are in use. */
	async check(): Promise<void> {
		const sockets = [...this.#io.of('/').sockets.values()];
		const connected = new Set(sockets.flatMap(({ data }) => data.sessionId ?? []));
		if (connected.size === 0) return;
		try {
			const known = await this.#sql<SessionKey[]>`
				select shop_id as "shopId", id from sessions where id = any(${[...connected]}) and expires_at > now()`;
			for (const { id } of known) connected.delete(id);
			for (const id of connected) this.end(id);
			await noteSeen(this.#sql, known);
		} catch (error) {
			this.#log.debug({ reason: error }, 'connected sessions could not be checked');
		}
	}

	close(): void {
		clearInterval(this.#checking);
		for (const { forget } of this.#ended.values()) clearTimeout(forget);
	}

	#kick(sessionId: string, reason: SessionEnd): void {
		const theirs = this.#io.in(rooms.session(sessionId));
		theirs.emit('session:ended', { reason });
		theirs.disconnectSockets(true);
	}
}
