import type { HoldReason, Outcome } from '#lib/jobs/job.ts';
import type { CreateJobInput } from '#lib/jobs/job-input.ts';
import type { Status } from '#lib/jobs/status.ts';
import type { Day, Instant } from '#lib/kernel/dates.ts';
import type { Problem } from '#lib/problems/problem.ts';
import type { Change, SessionEnd, SinceAnswer } from '#lib/realtime/protocol.ts';
import type { BoardSnapshot } from '#lib/board/board.ts';
import type { Card } from '#lib/board/card.ts';
import type { Neighbours } from '#lib/board/placement.ts';

/** The person at this screen. */
export interface Me {
	id: string;
	name: string;
}

/** A move as somebody asks for it. */
export interface MoveRequest extends Neighbours {
	number: number;
	/** W8: where the person saw the card when they picked it up; where it is now, when not given. */
	from?: Status;
	to: Status;
	/** W5 */
	vendorId?: string;
	/** The vendor's name, to show until the answer comes. */
	vendorName?: string;
	/** W6 */
	hold?: { reason: HoldReason; note?: string | null; until?: Day | null };
}

export interface CloseRequest {
	outcome: Outcome;
	reason?: string | null;
}

export type CreateRequest = Omit<CreateJobInput, 'mutationId'>;

/**
 * Why nothing was changed. `refused`: a rule says no, here or on the server. `undelivered` (C5): no answer within the
 * time that a change may wait. `read_only` (C5): the board is not connected and takes none.
 */
export interface Refused {
	ok: false;
	kind: 'refused' | 'undelivered' | 'read_only';
	problem: Problem;
}

export type MoveResult = { ok: true; card: Card; mutationId: string } | Refused;
export type JobResult = { ok: true; number: number; version: number; mutationId: string } | Refused;

/** What a board tells besides its state, for notices, outlines and the live region. */
export type BoardEvent =
	/** Somebody else, or this person elsewhere, changed a card; `null` where it was, or is, not on the board. */
	| { type: 'remote'; change: Change; card: Card | null; before: Card | null }
	/** W9: a move of this screen is saved; until then it can be taken back. */
	| { type: 'moved'; number: number; from: Status; to: Status; undoUntil: Instant }
	/** W4, C5: a change of this screen did not happen; the card is where it was. */
	| { type: 'refused'; number: number; to: Status | null; kind: Refused['kind']; problem: Problem }
	/** P3: names, rules or the person's rights may be other ones; the board itself has them already. */
	| { type: 'decided_anew' }
	/** P3: whoever looks at the board may not see it any more. */
	| { type: 'ended'; reason: SessionEnd };

/** The board went on by these changes, or was fetched anew (`null`); `before` are its cards until then. */
export interface BoardStep {
	before: ReadonlyMap<number, Card>;
	cards: ReadonlyMap<number, Card>;
	changes: readonly Change[] | null;
}

export type ConnectionState =
	| 'live'
	| 'catching_up'
	| 'reconnecting'
	/** C5: not live for longer than changes may wait. */
	| 'read_only'
	| 'signed_out'
	/** P3: the person has no access to the shop any more. */
	| 'removed'
	| 'reload_needed';

/** P3: whether whoever looks at the board may not see it any more: what is shown is to go. */
export function isEnded(connection: ConnectionState): boolean {
	return connection === 'signed_out' || connection === 'removed';
}

/** An HTTP answer, read. */
export type Answer<Body> = { ok: true; body: Body } | { ok: false; problem: Problem };

/** What a board reaches the server with. Everything rejects when there is no answer. */
export interface BoardTransport {
	/** `board:since` over the socket. */
	since: (version: number) => Promise<SinceAnswer>;
	snapshot: () => Promise<Answer<BoardSnapshot>>;
	post: <Body>(path: string, body: object, signal: AbortSignal) => Promise<Answer<Body>>;
}

/** Time and chance, handed in so that a simulation can run the same code on its own clock. */
export interface Surroundings {
	/** Milliseconds by a stopwatch. */
	elapsed: () => number;
	/** Runs something once after some milliseconds; the answer calls it off. */
	after: (ms: number, run: () => void) => () => void;
	newMutationId: () => string;
}
