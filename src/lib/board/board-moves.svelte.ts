import type { Status } from '#lib/jobs/status.ts';
import type { Refusal } from '#lib/ui/refusal.ts';
import type { BoardNotices } from './board-notices.svelte.ts';
import type { BoardEvent, CloseRequest, MoveRequest, MoveResult } from './session/board-session-types.ts';
import type { BoardSession } from './session/board-session.svelte.ts';
import { rescueFocus } from './card-focus.ts';
import type { Card } from './card.ts';
import { limitsSentence } from './limits.ts';
import { offersAnything } from './move-choices.ts';
import { needOf, refusalOf, type Need, type ProposedMove } from './move-proposal.ts';

/** A move that waits for a person to say which vendor or why. */
export interface Asking {
	need: Need;
	move: ProposedMove;
}

/** What the dialogs add to a move. */
export type MoveDetails = Pick<MoveRequest, 'vendorId' | 'vendorName' | 'hold'>;

/** How long an answer may take before the card says that it waits. Milliseconds. */
const SLOW_MS = 1000;

/** The moves of the person at this screen, however they were asked for: what they lack is asked, the rest is sent. */
export class BoardMoves {
	asking = $state.raw<Asking | null>(null);
	/** C5: the cards whose change has waited for its answer for so long that the card should say so. */
	slow = $state.raw<readonly number[]>([]);
	#session: BoardSession;
	#notices: BoardNotices;
	#lastMoved: number | null = null;

	constructor(session: BoardSession, notices: BoardNotices) {
		this.#session = session;
		this.#notices = notices;
		// However a move was asked for, in the job's panel too, it is this screen's last one.
		session.onEvent((event) => {
			if (event.type === 'moved' && event.from !== event.to) this.#lastMoved = event.number;
		});
	}

	/** W13, C5: whether cards can be taken into the hand at all. */
	get isOff(): boolean {
		const { abilities, connection } = this.#session;
		return !abilities.reorder || ['read_only', 'signed_out', 'removed', 'reload_needed'].includes(connection);
	}

	/** W13: what this person may move, in a sentence; `null` for who makes every move of the workflow. */
	get limits(): string | null {
		return limitsSentence(this.#session.abilities);
	}

	/** W3, W4, W13 */
	refusalOf(from: Status, to: Status): string | null {
		const reason = refusalOf(from, to, this.#session.abilities);
		return reason && (this.limits ?? reason);
	}

	/** Whether the "Move to…" menu of a card would offer anything. */
	hasMenu(card: Card): boolean {
		return !this.isOff && offersAnything(card, this.#session.abilities);
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
		if (this.asking) rescueFocus(this.asking.move.number);
		this.asking = null;
	}

	/** W10: returns why the job stays. What was told of it before is over with it. */
	async close(
		number: number,
		request: CloseRequest,
		open: (number: number) => void
	): Promise<Refusal | null> {
		const result = await this.#slowly(number, this.#session.close(number, request));
		if (!result.ok) return result.problem;
		if (this.#lastMoved === number) this.#lastMoved = null;
		this.#notices.closed(number, request.outcome, open);
		return null;
	}

	/** W9: takes back the last move of this screen, or that of one card. */
	async undo(number: number | null = this.#lastMoved): Promise<void> {
		if (number === null) return this.#notices.nothingToUndo();
		if (this.#lastMoved === number) this.#lastMoved = null;
		const result = await this.#slowly(number, this.#session.undo(number));
		if (result.ok) this.#notices.undone(number);
		rescueFocus(number);
	}

	async #send(move: MoveRequest): Promise<MoveResult> {
		rescueFocus(move.number);
		return this.#slowly(move.number, this.#session.move(move));
	}

	/** Marks a card while its change takes long. */
	async #slowly<Result>(number: number, change: Promise<Result>): Promise<Result> {
		const timer = setTimeout(() => (this.slow = [...this.slow, number]), SLOW_MS);
		try {
			return await change;
		} finally {
			clearTimeout(timer);
			if (this.slow.includes(number)) this.slow = this.slow.filter((other) => other !== number);
		}
	}
}
