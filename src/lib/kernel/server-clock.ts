import type { Instant } from './dates.ts';

/** A clock that only counts milliseconds and knows no date, such as `performance.now`. */
export type Stopwatch = () => number;

/** A message that is later than this against the clock was not delayed: the server's clock was set back. */
const SET_BACK_MS = 5_000;

/**
 * G5: the server's time on a terminal whose own clock may be wrong: what the server said, and the time that has
 * passed since by a stopwatch. Messages arrive late, never early, so the earliest word counts; a stopwatch that
 * stood still while the machine slept is corrected by the first message after it.
 */
export class ServerClock {
	#offset: number;
	#stopwatch: Stopwatch;

	constructor(now: Instant, stopwatch: Stopwatch) {
		this.#stopwatch = stopwatch;
		this.#offset = Date.parse(now) - stopwatch();
	}

	now(): Instant {
		return new Date(this.#offset + this.#stopwatch()).toISOString();
	}

	/** Takes in what the server has just said. */
	hear(now: Instant): void {
		const heard = Date.parse(now) - this.#stopwatch();
		if (heard > this.#offset || heard < this.#offset - SET_BACK_MS) this.#offset = heard;
	}
}
