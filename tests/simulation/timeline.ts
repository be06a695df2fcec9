interface Entry {
	at: number;
	/** Settles the order of what happens at the same time. */
	order: number;
	run: (() => void) | null;
}

/** Time that passes only when it is told to: hours in a moment, and the same hours for the same seed. */
export class Timeline {
	/** Milliseconds since the beginning. */
	now = 0;
	#heap: Entry[] = [];
	#order = 0;

	/** Runs something later, once; the answer calls it off. */
	after(ms: number, run: () => void): () => void {
		const entry: Entry = { at: this.now + ms, order: this.#order++, run };
		this.#push(entry);
		return () => {
			entry.run = null;
		};
	}

	/** Lets time pass, with everything that happens in it and the promises that follow from that. */
	async pass(ms: number): Promise<void> {
		const until = this.now + ms;
		for (let entry = this.#heap[0]; entry && entry.at <= until; entry = this.#heap[0]) {
			this.#pop();
			if (!entry.run) continue;
			this.now = entry.at;
			entry.run();
			await settle();
		}
		this.now = until;
	}

	#push(entry: Entry): void {
		const heap = this.#heap;
		let index = heap.push(entry) - 1;
		while (index > 0) {
			const parent = (index - 1) >> 1;
			if (!isBefore(entry, heap[parent]!)) break;
			heap[index] = heap[parent]!;
			index = parent;
		}
		heap[index] = entry;
	}

	#pop(): void {
		const heap = this.#heap;
		const last = heap.pop()!;
		if (heap.length === 0) return;
		let index = 0;
		for (;;) {
			let child = index * 2 + 1;
			if (child >= heap.length) break;
			if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++;
			if (!isBefore(heap[child]!, last)) break;
			heap[index] = heap[child]!;
			index = child;
		}
		heap[index] = last;
	}
}

function isBefore(a: Entry, b: Entry): boolean {
	return a.at < b.at || (a.at === b.at && a.order < b.order);
}

/** Every promise that can go on has gone on. */
export function settle(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
