import { notify } from '#lib/ui/toast.ts';
import type { BoardEvent } from './board-session-types.ts';
import * as words from './board-messages.ts';
import type { OtherMove } from './board-messages.ts';

/** Others' changes are told together when they come closer than this. */
const BATCH_MS = 1200;

/** What the board tells in passing: own results as toasts (which announce themselves), others' to screen readers. */
export class BoardNotices {
	/** What the live region reads. */
	said = $state.raw<{ text: string } | null>(null);
	#others: OtherMove[] = [];
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** Tells what the session reports; `undo` takes a move back (W9). */
	tell(event: BoardEvent, undo: (number: number) => void): void {
		if (event.type === 'remote') return this.#tellLater(event);
		if (event.type === 'refused') return this.refused(event.number, event.problem.detail);
		const { number, from, to } = event;
		if (from === to) return;
		const action = { label: words.UNDO, run: () => undo(number) };
		void notify(words.movedTo(number, to), { id: toastOf(number), action });
	}

	/** W4, W8: the card is where it was, or where somebody else has moved it. */
	refused(number: number, reason: string): void {
		void notify(words.notMoved(number, reason), { id: toastOf(number), tone: 'problem' });
	}

	undone(number: number): void {
		void notify(words.undone(number), { id: toastOf(number) });
	}

	nothingToUndo(): void {
		void notify(words.NOTHING_TO_UNDO);
	}

	leftBoard(number: number): void {
		void notify(words.leftBoard(number), { id: toastOf(number), tone: 'problem' });
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	#tellLater({ change, card, before }: Extract<BoardEvent, { type: 'remote' }>): void {
		if (card && card.status === before?.status) return;
		const { number, by } = change;
		const told = { number, by: by?.name ?? null, to: card?.status ?? null };
		this.#others = [...this.#others.filter((other) => other.number !== number), told];
		this.#timer ??= setTimeout(() => this.#tellOthers(), BATCH_MS);
	}

	#tellOthers(): void {
		this.said = { text: words.toldOfOthers(this.#others) };
		this.#others = [];
		this.#timer = undefined;
	}
}

/** One notice a job: the newest word about it replaces the one before. */
function toastOf(number: number): string {
	return `job-${number}`;
}
