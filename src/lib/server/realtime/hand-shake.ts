import * as v from 'valibot';
import { HandshakeInput } from '#lib/realtime/protocol-input.ts';
import { PROTOCOL_VERSION, type ConnectRefusal } from '#lib/realtime/protocol.ts';
import type { Config } from '#lib/server/config.ts';
import type { Deps } from '#lib/server/deps.ts';
import { isDisplayToken } from '#lib/server/displays/display-token.ts';
import { findDisplay } from '#lib/server/displays/find-display.ts';
import { DISPLAY_COOKIE } from '#lib/server/http/display-cookie.ts';
import { isOwnOrigin } from '#lib/server/http/own-origin.ts';
import { SESSION_COOKIE } from '#lib/server/http/session-cookie.ts';
import { readSession } from '#lib/server/people/sessions.ts';
import type { BoardSocket, SocketData } from './socket-types.ts';

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
	const { since, as, me, unlisted } = greeting.output;
	const token = greeting.output.token ?? cookieToken(cookie, as);
	const found = token ? await recognise(deps, token).catch(() => outage()) : null;
	if (!found || (me !== undefined && me !== found.actor.id)) throw new HandshakeRefused('unauthenticated');
	socket.data = { ...found, since, unlisted };
}

type Recognised = Omit<SocketData, 'since' | 'unlisted'>;

/** P3, D1: whom a token speaks for. */
function recognise(deps: Deps, token: string): Promise<Recognised | null> {
	return isDisplayToken(token) ? asDisplay(deps, token) : asPerson(deps, token);
}

async function asPerson(deps: Deps, token: string): Promise<Recognised | null> {
	const found = await readSession(deps, token);
	return found && { actor: found.actor, shown: null, sessionId: found.session.id };
}

async function asDisplay({ sql }: Deps, token: string): Promise<Recognised | null> {
	const found = await findDisplay(sql, token);
	return found && { ...found, sessionId: null };
}

function outage(): never {
	throw new HandshakeRefused('service.unavailable');
}

/** As in `authenticate`: the person, even one who is signed out, unless the page is a display's. */
function cookieToken(header: string | undefined, as: 'display' | undefined): string | undefined {
	const display = cookie(header, DISPLAY_COOKIE);
	return as === 'display' ? display : (cookie(header, SESSION_COOKIE) ?? display);
}

function cookie(header: string | undefined, name: string): string | undefined {
	const prefix = `${name}=`;
	const pair = header?.split(';').find((part) => part.trim().startsWith(prefix));
	return pair?.trim().slice(prefix.length);
}
