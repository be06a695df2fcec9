import type { Problem } from '#lib/problems/problem.ts';
import { undelivered } from './board-problems.ts';
import type { Answer, BoardTransport, Refused, Surroundings } from './board-session-types.ts';
import type { Card } from '#lib/board/card.ts';
import { deliver } from './deliver.ts';
import { PATIENCE_MS } from './liveness.ts';
import type { OwnChanges } from './own-changes.ts';
import type { Pending } from './pending.ts';

/** What the server answers to a change. */
interface Written {
	version: number;
	card?: Card;
	job?: { number: number };
}

export type Saved = Written & { ok: true };

/** What an outbox tells its board. */
export interface OutboxListener {
	/** The version that the log has brought. */
	version: () => number;
	changed: () => void;
	/** Nobody is signed in here any more. */
	signedOut: () => void;
}

/**
 * C5: what was changed here and has no answer yet: shown at once, sent until there is an answer, always with the same
 * mutation id, and given up after ten seconds. Changes of one card go one after the other.
 */
export class Outbox {
	#own: OwnChanges;
	#post: BoardTransport['post'];
	#after: Surroundings['after'];
	#listener: OutboxListener;
	#waiting = new Set<AbortController>();
	/** The last change of each card. */
	#last = new Map<number, Promise<unknown>>();

	constructor(
		own: OwnChanges,
		post: BoardTransport['post'],
		after: Surroundings['after'],
		listener: OutboxListener
	) {
		this.#own = own;
		this.#post = post;
		this.#after = after;
		this.#listener = listener;
	}

	/** Gives up everything that has no answer yet. */
	giveUp(): void {
		for (const controller of this.#waiting) controller.abort();
	}

	async send(pending: Pending, path: string, body: object): Promise<Saved | Refused> {
		this.#own.add(pending);
		this.#listener.changed();
		const answer = await this.#inTurn(pending.number, path, { ...body, mutationId: pending.mutationId });
		const result = answer?.ok
			? this.#saved(pending, answer.body)
			: this.#failed(pending, answer?.problem ?? null);
		this.#listener.changed();
		return result;
	}

	/** The ten seconds count from the drop, so a change that waits for another one of its card waits no longer. */
	async #inTurn(number: number, path: string, body: object): Promise<Answer<Written> | null> {
		const controller = new AbortController();
		const { signal } = controller;
		this.#waiting.add(controller);
		const callOff = this.#after(PATIENCE_MS, () => controller.abort());
		const before = this.#last.get(number) ?? Promise.resolve();
		const work = before.then(() =>
			deliver(() => this.#post<Written>(path, body, signal), signal, this.#after)
		);
		this.#last.set(number, work);
		const answer = await work;
		callOff();
		this.#waiting.delete(controller);
		if (this.#last.get(number) === work) this.#last.delete(number);
		return answer;
	}

	#saved({ mutationId, kind, number }: Pending, written: Written): Saved {
		const { version, card = null } = written;
		const told = kind === 'close' || card ? { number, version, card } : null;
		this.#own.answered(mutationId, version, told, this.#listener.version());
		return { ok: true, ...written };
	}

	#failed({ mutationId, number }: Pending, problem: Problem | null): Refused {
		this.#own.drop(mutationId);
		if (problem === null || problem.status >= 500) return undelivered(problem);
		if (problem.status === 401) this.#listener.signedOut();
		if (problem.card) this.#learn(number, problem.card);
		return { ok: false, kind: 'refused', problem };
	}

	/** W4, W8: the card as it truly is, ahead of the log. */
	#learn(number: number, card: Card): void {
		this.#own.learn({ number, version: card.version, card }, this.#listener.version());
	}
}
