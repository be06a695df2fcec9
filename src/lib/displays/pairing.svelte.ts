import { pause as wait } from './pause.ts';
import { CODE_MINUTES, type Pairing, type ScreenState } from './pairing-code.ts';

/** Milliseconds between looks; D1: a screen learns within two seconds that it was paired. */
const LOOK_MS = 1_000;
/** Milliseconds until the next try after one that failed, and the longest that a try may take. */
const RETRY_MS = 2_000;
const ANSWER_MS = 5_000;
/** Tries in a row that fail before the screen says so. */
const FAILURES_TOLD = 3;

interface Surroundings {
	fetch: typeof globalThis.fetch;
	/** Milliseconds by a stopwatch: a screen's own clock may be wrong by years. */
	elapsed: () => number;
}

/** D1: a screen that waits: its code, renewed by itself through whatever outage, until it is paired. */
export class PairingSession {
	pairing = $state.raw<Pairing | null>(null);
	/** The server has not answered for a while: the code may not work. */
	isCutOff = $state(false);
	#surroundings: Surroundings;
	#shownAt: number;
	#failures = 0;
	#stop = new AbortController();

	constructor(start: Pairing | null, surroundings: Surroundings) {
		this.pairing = start;
		this.#surroundings = surroundings;
		this.#shownAt = surroundings.elapsed();
	}

	/** Goes on until it is stopped; `onpaired` is told with every look that finds it so. */
	async run(onpaired: () => void): Promise<void> {
		while (!this.#stop.signal.aborted) {
			const pause = await this.#turn().catch(() => this.#failed(RETRY_MS));
			if (this.pairing?.state === 'paired' && !this.#stop.signal.aborted) onpaired();
			await wait(pause, this.#stop.signal);
		}
	}

	stop(): void {
		this.#stop.abort();
	}

	/** One look, or another code; answers the milliseconds until the next turn. */
	async #turn(): Promise<number> {
		const isOld = this.#surroundings.elapsed() - this.#shownAt >= CODE_MINUTES * 60_000;
		if (this.pairing === null || isOld) return this.#renew();
		const response = await this.#ask('GET');
		if (!response.ok) return this.#failed(retryAfter(response));
		const { state } = (await response.json()) as { state: ScreenState };
		this.#answered();
		if (state === 'unknown') return this.#renew();
		if (state === 'paired') this.pairing = { state };
		return LOOK_MS;
	}

	async #renew(): Promise<number> {
		const response = await this.#ask('POST');
		if (!response.ok) return this.#failed(retryAfter(response));
		this.pairing = (await response.json()) as Pairing;
		this.#shownAt = this.#surroundings.elapsed();
		this.#answered();
		return LOOK_MS;
	}

	#ask(method: 'GET' | 'POST'): Promise<Response> {
		const signal = AbortSignal.timeout(ANSWER_MS);
		return this.#surroundings.fetch('/api/v1/displays/code', { method, signal });
	}

	#answered(): void {
		this.#failures = 0;
		this.isCutOff = false;
	}

	#failed(pause: number): number {
		this.#failures++;
		this.isCutOff = this.#failures >= FAILURES_TOLD;
		return pause;
	}
}

function retryAfter({ headers }: Response): number {
	return Math.max(RETRY_MS, Number(headers.get('retry-after') ?? 0) * 1_000);
}
