import type { Arrivals } from './arrivals.ts';
import type { HttpClient } from './http-client.ts';
import type { MoveRequest } from './plan-moves.ts';

export const WATCHER_KINDS = ['socket.io', 'wire'] as const;
/** The real Socket.IO client, or a WebSocket that reads frames and nothing more. */
export type WatcherKind = (typeof WATCHER_KINDS)[number];

export interface Watchers {
	/** When each move reached how many of them. */
	arrivals: Arrivals;
	disconnect: () => Promise<void>;
}

/** A running server that can be asked to move cards and be watched: the product or the floor. */
export interface System {
	name: 'product' | 'floor';
	http: HttpClient;
	/** The process that serves. */
	pid: number;
	/** The next valid move of a writer; each one moves cards of their own. */
	nextMove: (writer: number) => MoveRequest;
	/** Makes the move and waits for the answer. Returns the key under which watchers receive it. */
	move: (writer: number, move: MoveRequest) => Promise<string>;
	/** Connects screens; returns when each of them is current. */
	watch: (count: number) => Promise<Watchers>;
	stop: () => Promise<void>;
}
