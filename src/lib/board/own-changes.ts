import type { Change } from '#lib/realtime/protocol.ts';
import type { Card } from './card.ts';
import { replay, type Ahead, type Pending } from './pending.ts';

/**
 * The changes of this screen between the drop and the log: first pending, then known from the answer, until the log
 * brings them. Whichever of answer and log is first, the card never jumps back in between.
 */
export class OwnChanges {
	#pending: readonly Pending[] = [];
	#ahead: readonly Ahead[] = [];
	/** Versions that answers named and the log has not brought yet. */
	#answered = new Set<number>();
	/** Mutations that the log brought before their answer. */
	#landed = new Map<string, Change>();

	add(pending: Pending): void {
		this.#pending = [...this.#pending, pending];
	}

	/** The mutation did not happen. */
	drop(mutationId: string): void {
		this.#landed.delete(mutationId);
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

	/** What the log brought of this mutation before its answer came. */
	landedAs(mutationId: string): Change | undefined {
		return this.#landed.get(mutationId);
	}

	/** Takes in what the log brought; the answer is what of it others did. */
	settle(changes: readonly Change[], logged: number): Change[] {
		const others = changes.filter((change) => !this.#isOwn(change));
		this.settleUpTo(logged);
		return others;
	}

	/** Forgets all that answers told: the log has gone back behind it. */
	forgetAnswers(): void {
		this.#ahead = [];
		this.#answered.clear();
	}

	/** Forgets what the log has brought by now. */
	settleUpTo(logged: number): void {
		this.#ahead = this.#ahead.filter(({ version }) => version > logged);
		for (const version of this.#answered) if (version <= logged) this.#answered.delete(version);
	}

	/** The board as the screen shows it. */
	view(cards: ReadonlyMap<number, Card>, timeZone: string): ReadonlyMap<number, Card> {
		return replay(cards, this.#ahead, this.#pending, timeZone);
	}

	#isOwn(change: Change): boolean {
		if (this.#answered.delete(change.version)) return true;
		const landing = this.#pending.find(({ mutationId }) => mutationId === change.mutationId);
		if (!landing) return false;
		this.#pending = this.#pending.filter((pending) => pending !== landing);
		this.#landed.set(landing.mutationId, change);
		return true;
	}
}
