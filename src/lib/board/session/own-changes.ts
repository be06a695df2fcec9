import type { Change } from '#lib/realtime/protocol.ts';
import type { Card } from '#lib/board/card.ts';
import { isLanding, replay, type Ahead, type Pending } from './pending.ts';

/**
 * The changes of this screen between the drop and the log: first pending, then known from the answer, until the log
 * brings them. Whichever of answer and log is first, the card never jumps back in between.
 */
export class OwnChanges {
	#pending: readonly Pending[] = [];
	#ahead: readonly Ahead[] = [];
	/** Versions that answers named and the log has not brought yet. */
	#answered = new Set<number>();

	add(pending: Pending): void {
		this.#pending = [...this.#pending, pending];
	}

	/** The mutation did not happen, or nobody knows. */
	drop(mutationId: string): void {
		this.#pending = this.#pending.filter((pending) => pending.mutationId !== mutationId);
	}

	/** The mutation happened as `version` and, when `told`, shows; `logged` is the version that the log has brought. */
	answered(mutationId: string, version: number, told: Ahead | null, logged: number): void {
		this.drop(mutationId);
		if (version <= logged) return;
		this.#answered.add(version);
		if (told) this.learn(told, logged);
	}

	/** The job as an answer, or a refusal (W4, W8), showed it. */
	learn(told: Ahead, logged: number): void {
		if (told.version > logged) this.#ahead = [...this.#ahead, told];
	}

	/** Takes in what the log brought up to `logged`; the answer is what of it was not made here. */
	settle(changes: readonly Change[], logged: number, myId: string): Change[] {
		const others = changes.filter((change) => !this.#isOwn(change, myId));
		this.#ahead = this.#ahead.filter(({ version }) => version > logged);
		for (const version of this.#answered) if (version <= logged) this.#answered.delete(version);
		return others;
	}

	/** Forgets all that answers told: the whole board was fetched. */
	forgetAnswers(): void {
		this.#ahead = [];
		this.#answered.clear();
	}

	/** The board as the screen shows it. */
	view(cards: ReadonlyMap<number, Card>, timeZone: string): ReadonlyMap<number, Card> {
		return replay(cards, this.#ahead, this.#pending, timeZone);
	}

	/** The log may be faster than the answer, which alone is certain; taken for own, a change is not announced. */
	#isOwn(change: Change, myId: string): boolean {
		if (this.#answered.has(change.version)) return true;
		return change.by?.id === myId && this.#pending.some((pending) => isLanding(pending, change));
	}
}
