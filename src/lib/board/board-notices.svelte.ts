import { noSuchJob } from '#lib/keyboard/messages.ts';
import type { Outcome } from '#lib/jobs/job.ts';
import { notify, withdraw, type ToastOptions } from '#lib/ui/toast.ts';
import type { BoardEvent } from './session/board-session-types.ts';
import * as words from './board-messages.ts';
import type { OtherMove } from './board-messages.ts';

/** Others' changes are told together when they come closer than this. */
const BATCH_MS = 1200;

/** What the board tells in passing: own results as toasts (which announce themselves), others' to screen readers. */
export class BoardNotices {
	/** What the live region reads. */
	said = $state.raw<{ text: string } | null>(null);
	#others: OtherMove[] = [];
	/** The jobs whose notice offers to take a move back. */
	#undoable: readonly number[] = [];
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** Tells what the session reports; `undo` takes a move back (W9). */
	tell(event: BoardEvent, undo: (number: number) => void): void {
		if (event.type === 'remote') return this.#tellRemote(event);
		if (event.type === 'refused') return this.refused(event.number, event.problem.detail);
		if (event.type !== 'moved') return;
		const { number, from, to } = event;
		if (from === to) return;
		const action = { label: words.UNDO, run: () => undo(number) };
		this.#show(number, words.movedTo(number, to), { action });
		this.#undoable = [...this.#undoable, number];
	}

	/** W4, W8: the card is where it was, or where somebody else has moved it. */
	refused(number: number, reason: string): void {
		this.#show(number, words.notMoved(number, reason), { tone: 'problem' });
	}

	/** J2: nobody has taken in a job of this number. */
	unknown(number: number): void {
		this.#show(number, noSuchJob(number), { tone: 'problem' });
	}

	undone(number: number): void {
		this.#show(number, words.undone(number));
	}

	/** J2 */
	takenIn(number: number, open: (number: number) => void): void {
		this.#show(number, words.takenIn(number), { action: { label: words.OPEN_JOB, run: () => open(number) } });
	}

	/** W10 */
	closed(number: number, outcome: Outcome, open: (number: number) => void): void {
		const action = { label: words.OPEN_JOB, run: () => open(number) };
		this.#show(number, words.closed(number, outcome), { action });
	}

	nothingToUndo(): void {
		void notify(words.NOTHING_TO_UNDO);
	}

	leftBoard(number: number): void {
		this.#show(number, words.leftBoard(number), { tone: 'problem' });
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	#show(number: number, text: string, options: Omit<ToastOptions, 'id'> = {}): void {
		this.#undoable = this.#undoable.filter((other) => other !== number);
		void notify(text, { ...options, id: toastOf(number) });
	}

	/** W9: what somebody else has changed cannot be taken back any more. */
	#tellRemote(event: Extract<BoardEvent, { type: 'remote' }>): void {
		const { number } = event.change;
		if (this.#undoable.includes(number)) void withdraw(toastOf(number));
		this.#undoable = this.#undoable.filter((other) => other !== number);
		this.#tellLater(event);
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
