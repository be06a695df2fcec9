/** Long enough for a fast typist, short enough to feel immediate. Milliseconds. */
const PAUSE = 200;

/** L3: what is typed into a search field, and the address that follows when the typing pauses. */
export class TypedSearch {
	text = $state('');
	/** What the address says of it, as far as this field knows. */
	#told: string;
	#tell: (q: string) => void;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** `tell` writes a search into the address. */
	constructor(q: string, tell: (q: string) => void) {
		this.text = q;
		this.#told = q;
		this.#tell = tell;
	}

	type(text: string): void {
		this.text = text;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.now(), PAUSE);
	}

	/** Writes into the address what has been typed, without waiting any longer. */
	now(): void {
		clearTimeout(this.#timer);
		const q = this.text.trim();
		if (q === this.#told) return;
		this.#told = q;
		this.#tell(q);
	}

	/** What has been typed was meant otherwise, and stays out of the address. */
	drop(): void {
		clearTimeout(this.#timer);
	}

	/** Whoever presses a link that leads to everything wants what is being typed to go as well. */
	clear(): void {
		clearTimeout(this.#timer);
		this.#told = '';
		this.text = '';
	}

	/** The address has changed. What it says counts, unless it only repeats what this field has told it. */
	follow(q: string): void {
		if (q === this.#told) return;
		clearTimeout(this.#timer);
		this.#told = q;
		this.text = q;
	}
}
