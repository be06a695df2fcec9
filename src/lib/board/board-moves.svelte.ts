import type { Status } from '#lib/jobs/status.ts';
import type { Refusal } from '#lib/ui/refusal.ts';
import type { BoardNotices } from './board-notices.svelte.ts';
import type { BoardEvent, MoveRequest, MoveResult } from './board-session-types.ts';
import type { BoardSession } from './board-session.svelte.ts';
import { needOf, refusalOf, type Need, type ProposedMove } from './move-proposal.ts';

/** A move that waits for a person to say which vendor or why. */
export interface Asking {
	need: Need;
	move: ProposedMove;
}

/** What the dialogs add to a move. */
export type MoveDetails = Pick<MoveRequest, 'vendorId' | 'vendorName' | 'hold'>;

/** The moves of the person at this screen, however they were asked for: what they lack is asked, the rest is sent. */
export class BoardMoves {
	asking = $state.raw<Asking | null>(null);
	#session: BoardSession;
	#notices: BoardNotices;
	#lastMoved: number | null = null;

	constructor(session: BoardSession, notices: BoardNotices) {
		this.#session = session;
		this.#notices = notices;
	}

	/** W13, C5: whether cards can be taken into the hand at all. */
	get isOff(): boolean {
		const { abilities, connection } = this.#session;
		return !abilities.reorder || ['read_only', 'signed_out', 'reload_needed'].includes(connection);
	}

	/** W3, W4 */
	refusalOf(from: Status, to: Status): string | null {
		return refusalOf(from, to, this.#session.abilities);
	}

	/** Sends a move, or asks first for what it lacks (W5, W6). */
	propose(move: ProposedMove): void {
		const card = this.#session.cards.get(move.number);
		if (!card) return this.#notices.leftBoard(move.number);
		const need = needOf(card, move, this.#session.abilities);
		if (need) this.asking = { need, move };
		else void this.#send(move);
	}

	/** The person has filled the dialog in: returns why the move was refused, and keeps asking then. */
	async complete(details: MoveDetails): Promise<Refusal | null> {
		if (!this.asking) return null;
		const result = await this.#send({ ...this.asking.move, ...details });
		return result.ok ? null : result.problem;
	}

	/** Whether the open dialog tells of it already. */
	isTellingOf(event: BoardEvent): boolean {
		return event.type === 'refused' && event.number === this.asking?.move.number;
	}

	/** The dialog is gone: the card goes back, unless the move is on its way. */
	dismiss(): void {
		this.asking = null;
	}

	/** W9: takes back the last move of this screen, or that of one card. */
	async undo(number: number | null = this.#lastMoved): Promise<void> {
		if (number === null) return this.#notices.nothingToUndo();
		if (this.#lastMoved === number) this.#lastMoved = null;
		const result = await this.#session.undo(number);
		if (result.ok) this.#notices.undone(number);
	}

	async #send(move: MoveRequest): Promise<MoveResult> {
		const result = await this.#session.move(move);
		if (result.ok && move.from !== move.to) this.#lastMoved = move.number;
		return result;
	}
}
