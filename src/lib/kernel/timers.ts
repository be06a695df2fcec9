/** Runs something once after some milliseconds; the answer calls it off. */
export type After = (ms: number, run: () => void) => () => void;

/** One timer for each of some keys: a new one replaces the one before. */
export class Timers<Key> {
	#after: After;
	#running = new Map<Key, () => void>();

	constructor(after: After) {
		this.#after = after;
	}

	set(key: Key, ms: number, run: () => void): void {
		this.clear(key);
		this.#running.set(key, this.#after(ms, run));
	}

	clear(key: Key): void {
		this.#running.get(key)?.();
		this.#running.delete(key);
	}

	clearAll(): void {
		for (const key of this.#running.keys()) this.clear(key);
	}
}
