/** Bytes that one terminal takes in a message, more or less. */
const TERMINAL_BYTES = 130;
/** What telling one shop who is there may cost a node at most, in bytes per millisecond: 1 MB a second. */
const BYTES_PER_MS = 1_000;

/** How soon a change is told, and how long it takes until the next one is, in milliseconds. */
export interface Pace {
	/** Changes that come together go out together. */
	gather: number;
	shortest: number;
	longest: number;
}

/** At most five messages a second, and a list that is never older than five seconds. */
export const PACE: Pace = { gather: 100, shortest: 200, longest: 5_000 };

/**
 * Milliseconds of rest after a list of so many terminals went to so many screens. A list is longer, and goes to more
 * screens, in a larger shop: the rest grows with both, so that the cost per second does not.
 */
export function restAfter(terminals: number, screens: number, { shortest, longest }: Pace = PACE): number {
	return Math.min(Math.max((terminals * screens * TERMINAL_BYTES) / BYTES_PER_MS, shortest), longest);
}

/** Tells changes of shops at a pace: the first of them soon, what follows after a rest, nothing when nothing follows. */
export class PresencePace {
	#pace: Pace;
	/** Sends a shop's list; returns the milliseconds to rest. */
	#send: (shopId: string) => number;
	#shops = new Map<string, { timer: ReturnType<typeof setTimeout>; isChanged: boolean }>();
	#isClosed = false;

	constructor(pace: Pace, send: (shopId: string) => number) {
		this.#pace = pace;
		this.#send = send;
	}

	changed(shopId: string): void {
		if (this.#isClosed) return;
		const shop = this.#shops.get(shopId);
		if (shop) shop.isChanged = true;
		else this.#wait(shopId, this.#pace.gather, true);
	}

	close(): void {
		this.#isClosed = true;
		for (const { timer } of this.#shops.values()) clearTimeout(timer);
		this.#shops.clear();
	}

	#wait(shopId: string, ms: number, isChanged: boolean): void {
		this.#shops.set(shopId, { timer: setTimeout(() => this.#turn(shopId), ms), isChanged });
	}

	#turn(shopId: string): void {
		const isChanged = this.#shops.get(shopId)?.isChanged;
		this.#shops.delete(shopId);
		if (isChanged) this.#wait(shopId, this.#send(shopId), false);
	}
}
