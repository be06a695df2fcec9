import type { Server, Socket } from 'socket.io';
import { CUSTOMER_NAMES, type CustomerNames, type ShownDisplay } from '#lib/displays/display.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { ClientToServer, ServerToClient } from '#lib/realtime/protocol.ts';

/** Who is at the other end; set by the hand-shake. */
export interface SocketData {
	actor: Actor;
	/** D3: what the display at the other end shows, kept current by `DisplaySockets`; `null` of people, who see everything. */
	shown: ShownDisplay | null;
	/** The stored hash of the session's token; `null` of a display, which has no session. */
	sessionId: string | null;
	/** The version that the client's board is at. */
	since: number | null;
	/** P4: not one of the shop's terminals. */
	unlisted?: boolean | undefined;
}

type NoEvents = Record<string, never>;
export type BoardServer = Server<ClientToServer, ServerToClient, NoEvents, SocketData>;
export type BoardSocket = Socket<ClientToServer, ServerToClient, NoEvents, SocketData>;

/**
 * The rooms of one node. A person's socket is in its shop's and its person's room from the moment that it is up to date. D3:
 * a display's never is: it is in the room of the shop's displays that name customers as it does.
 */
export const rooms = {
	shop: (shopId: string) => `shop:${shopId}`,
	/** P4: those who are told who is connected. */
	people: (shopId: string) => `people:${shopId}`,
	walls: (shopId: string, customers: CustomerNames) => `walls:${shopId}:${customers}`,
	session: (sessionId: string) => `session:${sessionId}`,
	person: (shopId: string, personId: string) => `person:${shopId}:${personId}`,
	display: (shopId: string, displayId: string) => `display:${shopId}:${displayId}`
};

/** Every room that a shop's boards are in, people's and displays'. */
export function boardRooms(shopId: string): string[] {
	return [rooms.shop(shopId), ...CUSTOMER_NAMES.map((customers) => rooms.walls(shopId, customers))];
}
