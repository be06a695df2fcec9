/** How long the last watcher may take, in milliseconds, before a run is given up. */
const PATIENCE = 10_000;

/** Counts, for every move, the watchers that have received it. */
export interface Arrivals {
	/** One more watcher has the move. */
	note: (key: string) => void;
	/** When the last of the watchers got the move, as `performance.now()` tells it. Ask once for each move. */
	lastOf: (key: string) => Promise<number>;
}

interface Arrival {
	count: number;
	lastAt: number;
	whenComplete?: (lastAt: number) => void;
}

/** Moves are forgotten when they are complete and were asked for, so that a long run does not grow. */
export function countArrivals(watchers: number): Arrivals {
	const open = new Map<string, Arrival>();

	function find(key: string): Arrival {
		const arrival = open.get(key) ?? { count: 0, lastAt: 0 };
		open.set(key, arrival);
		return arrival;
	}

	function note(key: string): void {
		const arrival = find(key);
		arrival.count++;
		arrival.lastAt = performance.now();
		if (arrival.count === watchers) arrival.whenComplete?.(arrival.lastAt);
	}

	async function lastOf(key: string): Promise<number> {
		const arrival = find(key);
		if (arrival.count < watchers) await complete(arrival, watchers);
		open.delete(key);
		return arrival.lastAt;
	}

	return { note, lastOf };
}

function complete(arrival: Arrival, watchers: number): Promise<number> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => {
			reject(new Error(`${arrival.count} of ${watchers} watchers had the move after ${PATIENCE} ms`));
		}, PATIENCE);
		arrival.whenComplete = (lastAt) => {
			clearTimeout(timer);
			resolve(lastAt);
		};
	});
}
