import * as v from 'valibot';
import { HandshakeInput } from '#lib/realtime/protocol-input.ts';
import { PROTOCOL_VERSION, type ConnectRefusal } from '#lib/realtime/protocol.ts';
import type { Config } from '#lib/server/config.ts';
import type { Deps } from '#lib/server/deps.ts';
import { isOwnOrigin } from '#lib/server/http/own-origin.ts';
import { SESSION_COOKIE } from '#lib/server/http/session-cookie.ts';
import { readSession } from '#lib/server/people/sessions.ts';
import type { BoardSocket } from './socket-types.ts';

/** What a refused client finds in `data.code`; `service.unavailable` is worth another try. */
export class HandshakeRefused extends Error {
	readonly data: { code: ConnectRefusal | 'service.unavailable' };

	constructor(code: ConnectRefusal | 'service.unavailable') {
		super(code);
		this.data = { code };
	}
}

/**
 * Lets in who may follow a board. The origin is looked at before anything else: a browser sends the cookie along
 * from any site, and nothing but this check keeps a foreign page from following the board with it. Programs send no
 * origin. It stands here and not in the transport's own check because only from here can a client be told why.
 */
export async function admit(socket: BoardSocket, deps: Deps, config: Config): Promise<void> {
	const { origin, host = null, cookie } = socket.handshake.headers;
	if (origin !== undefined && !isOwnOrigin(origin, host, config.origin))
		throw new HandshakeRefused('origin_refused');
	const greeting = v.safeParse(HandshakeInput, socket.handshake.auth);
	if (!greeting.success || greeting.output.protocol !== PROTOCOL_VERSION)
		throw new HandshakeRefused('protocol_outdated');
	const token = greeting.output.token ?? sessionCookie(cookie);
	const found = token ? await readSession(deps, token).catch(() => outage()) : null;
	if (!found) throw new HandshakeRefused('unauthenticated');
	const { since, unlisted = false } = greeting.output;
	socket.data = { actor: found.actor, sessionId: found.session.id, since, unlisted };
}

function outage(): never {
	throw new HandshakeRefused('service.unavailable');
}

function sessionCookie(header: string | undefined): string | undefined {
	const prefix = `${SESSION_COOKIE}=`;
	const pair = header?.split(';').find((part) => part.trim().startsWith(prefix));
	return pair?.trim().slice(prefix.length);
}
