import { onDestroy } from 'svelte';

/** Long enough for a fast typist, short enough to feel immediate. Milliseconds. */
const PAUSE = 120;

/** Results of the latest search; answers that arrive late are dropped. Make it while a component is made: it ends with it. */
export class Search<Result> {
	results = $state.raw<readonly Result[]>([]);
	isBusy = $state(false);
	/** Whether there has been an answer at all. */
	isSettled = $state(false);
	#find: (query: string) => Promise<Result[]>;
	#latest = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(find: (query: string) => Promise<Result[]>) {
		this.#find = find;
		onDestroy(() => this.#stop());
	}

	/** Searches when the typing pauses. */
	later(query: string): void {
		clearTimeout(this.#timer);
		this.isBusy = true;
		this.#timer = setTimeout(() => void this.now(query), PAUSE);
	}

	now(query: string): Promise<void> {
		clearTimeout(this.#timer);
		return this.#run(query, ++this.#latest);
	}

	/** What was still to be asked for is not, and no answer matters any more. */
	#stop(): void {
		clearTimeout(this.#timer);
		this.#latest += 1;
	}

	async #run(query: string, turn: number): Promise<void> {
		this.isBusy = true;
		const results = await this.#find(query.trim()).catch(() => []);
		if (turn !== this.#latest) return;
		this.results = results;
		this.isBusy = false;
		this.isSettled = true;
	}
}
