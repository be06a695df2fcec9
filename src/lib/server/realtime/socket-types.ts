import type { Server, Socket } from 'socket.io';
import type { Actor } from '#lib/people/actor.ts';
import type { ClientToServer, ServerToClient } from '#lib/realtime/protocol.ts';

/** Who is at the other end; set by the hand-shake. */
export interface SocketData {
	actor: Actor;
	/** The stored hash of the session's token. */
	sessionId: string;
	/** The version that the client's board is at. */
	since: number | null;
	/** P4: not one of the shop's terminals. */
	unlisted?: boolean;
}

type NoEvents = Record<string, never>;
export type BoardServer = Server<ClientToServer, ServerToClient, NoEvents, SocketData>;
export type BoardSocket = Socket<ClientToServer, ServerToClient, NoEvents, SocketData>;

/** The rooms of one node. A socket is in its shop's and its person's room from the moment that it is up to date. */
export const rooms = {
	shop: (shopId: string) => `shop:${shopId}`,
	/** Persons only: what displays are not told. */
	people: (shopId: string) => `people:${shopId}`,
	session: (sessionId: string) => `session:${sessionId}`,
	person: (shopId: string, personId: string) => `person:${shopId}:${personId}`
};
