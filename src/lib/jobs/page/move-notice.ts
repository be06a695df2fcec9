import { movedTo, NOTHING_TO_UNDO, notMoved, UNDO, undone } from '#lib/board/board-messages.ts';
import type { Status } from '#lib/jobs/status.ts';
import { FAILED } from '#lib/ui/messages.ts';
import type { Refusal } from '#lib/ui/refusal.ts';
import { notify } from '#lib/ui/toast.ts';

/** W9: what a job's own page tells of a move that was made there, and how that is taken back: as on the board. */
export class MoveNotice {
	#number: number;
	#takeBack: () => Promise<Refusal | null>;
	#isOffered = false;

	/** `takeBack` asks the server, and returns why not. */
	constructor(number: number, takeBack: () => Promise<Refusal | null>) {
		this.#number = number;
		this.#takeBack = takeBack;
	}

	moved(to: Status): void {
		this.#isOffered = true;
		const action = { label: UNDO, run: () => void this.undo() };
		void notify(movedTo(this.#number, to), { id: this.#id, action });
	}

	/** What has been done since leaves nothing to take back. */
	over(): void {
		this.#isOffered = false;
	}

	async undo(): Promise<void> {
		if (!this.#isOffered) return notify(NOTHING_TO_UNDO);
		this.#isOffered = false;
		const refusal = await this.#takeBack().catch(() => {
			this.#isOffered = true;
			return { detail: FAILED };
		});
		if (refusal === null) return notify(undone(this.#number), { id: this.#id });
		return notify(notMoved(this.#number, refusal.detail), { id: this.#id, tone: 'problem' });
	}

	get #id(): string {
		return `job-${this.#number}`;
	}
}
