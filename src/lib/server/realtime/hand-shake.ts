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
	const { since, token, as, news, unlisted } = greeting.output;
	const found = await recognise(deps, token ? [token] : cookieTokens(cookie, as)).catch(() => outage());
	if (!found) throw new HandshakeRefused('unauthenticated');
	socket.data = { ...found, since, news, unlisted };
}

type Recognised = Omit<SocketData, 'since' | 'news' | 'unlisted'>;

/** P3, D1: whom the first of some tokens speaks for that speaks for anybody. */
async function recognise(deps: Deps, tokens: readonly string[]): Promise<Recognised | null> {
	for (const token of tokens) {
		const found = isDisplayToken(token) ? await asDisplay(deps, token) : await asPerson(deps, token);
		if (found) return found;
	}
	return null;
}

async function asPerson(deps: Deps, token: string): Promise<Recognised | null> {
	const found = await readSession(deps, token);
	return found && { actor: found.actor, shown: null, sessionId: found.session.id };
}

async function asDisplay({ sql }: Deps, token: string): Promise<Recognised | null> {
	const found = await findDisplay(sql, token);
	return found && { ...found, sessionId: null };
}

/** The same order as `authenticate` has: the person, unless the page is a display's. */
function cookieTokens(header: string | undefined, as: 'display' | undefined): string[] {
	const names = as === 'display' ? [DISPLAY_COOKIE] : [SESSION_COOKIE, DISPLAY_COOKIE];
	return names.map((name) => cookie(header, name)).filter((token) => token !== undefined);
}

function outage(): never {
	throw new HandshakeRefused('service.unavailable');
}

function cookie(header: string | undefined, name: string): string | undefined {
	const prefix = `${name}=`;
	const pair = header?.split(';').find((part) => part.trim().startsWith(prefix));
	return pair?.trim().slice(prefix.length);
}
