/** Chance that a seed repeats. */
export interface Random {
	/** From 0 up to, and without, 1. */
	next: () => number;
	chance: (probability: number) => boolean;
	/** A whole number, both ends included. */
	between: (low: number, high: number) => number;
	pick: <Value>(values: readonly Value[]) => Value;
}

/** The generator known as mulberry32. */
export function seeded(seed: number): Random {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
	return {
		next,
		between,
		chance: (probability) => next() < probability,
		pick: (values) => values[between(0, values.length - 1)]!
	};
}
