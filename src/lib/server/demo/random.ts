/** A repeatable stream of numbers (mulberry32): the same seed gives the same shop. */
export interface Random {
	/** A whole number from 0 up to, not including, `end`. */
	below: (end: number) => number;
	/** A whole number from `low` to `high`, both included. */
	between: (low: number, high: number) => number;
	/** One of the list. */
	pick: <Item>(list: readonly [Item, ...Item[]] | readonly Item[]) => Item;
}

export function seeded(seed: number): Random {
	let state = seed;
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	const below = (end: number) => Math.floor(next() * end);
	return {
		below,
		between: (low, high) => low + below(high - low + 1),
		pick: (list) => {
			const item = list[below(list.length)];
			if (item === undefined) throw new Error('Nothing to pick from');
			return item;
		}
	};
}
