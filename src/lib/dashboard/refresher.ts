import type { After } from '#lib/kernel/timers.ts';

/** Milliseconds from a change to the reading; changes that come together are read together. */
const SOON_MS = 250;
/** Milliseconds from one reading to the next, at least. */
const PAUSE_MS = 4_000;

/** P4: reads again what has changed: soon after the first change, and at most every few seconds however many there are. */
export class Refresher {
	#read: () => Promise<boolean>;
	#after: After;
	#elapsed: () => number;
	#isAsked = false;
	#isReading = false;
	#isStopped = false;
	#lastStart = -PAUSE_MS;
	#cancel: (() => void) | null = null;

	/** `read` answers whether it got what it wanted; otherwise it is called again by itself. `elapsed` is a stopwatch in milliseconds. */
	constructor(read: () => Promise<boolean>, after: After, elapsed: () => number) {
		this.#read = read;
		this.#after = after;
		this.#elapsed = elapsed;
	}

	/** Something has changed. */
	ask(): void {
		this.#isAsked = true;
		if (this.#isReading || this.#cancel || this.#isStopped) return;
		const wait = Math.max(SOON_MS, this.#lastStart + PAUSE_MS - this.#elapsed());
		this.#cancel = this.#after(wait, () => void this.#run());
	}

	stop(): void {
		this.#isStopped = true;
		this.#cancel?.();
		this.#cancel = null;
	}

	async #run(): Promise<void> {
		this.#cancel = null;
		this.#isAsked = false;
		this.#isReading = true;
		this.#lastStart = this.#elapsed();
		const isDone = await this.#read().catch(() => false);
		this.#isReading = false;
		if (this.#isAsked || !isDone) this.ask();
	}
}
