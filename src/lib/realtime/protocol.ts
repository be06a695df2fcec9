import type { Card } from '#lib/board/card.ts';
import type { Instant } from '#lib/kernel/dates.ts';

/** Raised with every change to the messages below that an older client could not read. */
export const PROTOCOL_VERSION = 1;

/** How often a connected screen hears the shop's version and the server's time. */
export const PULSE_MS = 10_000;

/** A client that is further behind than this fetches the snapshot instead. */
export const CATCH_UP_LIMIT = 500;

export const CHANGE_KINDS = [
	'created',
	'moved',
	'undone',
	'edited',
	'closed',
	'reopened',
	'deleted',
	'attachment_added',
	'attachment_removed'
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One committed change of a shop, as every screen applies it. */
export interface Change {
	version: number;
	at: Instant;
	by: { id: string; name: string } | null;
	number: number;
	kind: ChangeKind;
	/** What is different about the card; the whole card when it enters the board. */
	set?: Partial<Card>;
	/** The card left the board. */
	gone?: true;
	mutationId?: string;
}

/** Changes without a gap: `from` is the version before the first, `to` that of the last. */
export interface Changes {
	from: number;
	to: number;
	changes: Change[];
}

export interface Pulse {
	version: number;
	now: Instant;
	/** The version of the shop's name, rules and people: a board whose snapshot has an older one fetches it anew. */
	rules?: number;
}

/** P4: who is connected: a person at a browser, or a screen on the wall. */
export interface Terminal {
	/** Of the connection, the same on every node. */
	id: string;
	/** Of the person or the display. */
	of: string;
	name: string;
	kind: 'person' | 'display';
	since: Instant;
	/** The number of the job that is open there, and of the one in the hand. */
	looking?: number;
	dragging?: number;
}

/** What a screen says about itself; `null` when that is over. */
export interface PresenceReport {
	looking?: number | null;
	dragging?: number | null;
}

export type ConnectRefusal = 'unauthenticated' | 'protocol_outdated' | 'origin_refused';

/** P3: `removed` for somebody who has no access to the shop any more; signing in again would not help them. */
export type SessionEnd = 'signed_out' | 'removed';

export interface ServerToClient {
	'board:changes': (changes: Changes) => void;
	'board:reload': (to: { version: number }) => void;
	'board:pulse': (pulse: Pulse) => void;
	presence: (present: { terminals: Terminal[] }) => void;
	'session:ended': (end: { reason: SessionEnd }) => void;
}

export type SinceAnswer = Changes | { reload: true; version: number };

export interface ClientToServer {
	'board:since': (from: { since: number }, acknowledge: (answer: SinceAnswer) => void) => void;
	presence: (report: PresenceReport) => void;
}

/** What a client sends along when it connects. */
export interface Handshake {
	protocol: number;
	since: number | null;
	token?: string;
	/** P3: the id of the person or display that the board was made for; another one is refused as `unauthenticated`. */
	me?: string;
	/** D1: speaks for the display whose cookie comes along, even where a person is signed in beside it. */
	as?: 'display';
	/** P4: it watches for somebody who may be at another page of the shop, and is no terminal of its own. */
	unlisted?: boolean;
}
