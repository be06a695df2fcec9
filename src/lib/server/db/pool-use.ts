/** How much of a pool is in use. Only a transaction has a connection to itself; single statements share them in passing. */
export interface PoolUse {
	/** Most connections that are open at once. */
	readonly max: number;
	/** Transactions that have a connection. */
	running: number;
	/** Transactions that wait for one. */
	waiting: number;
}

/** A transaction's turn, from its wish for a connection to its end. */
export interface Turn {
	begin: () => void;
	end: () => void;
}

/** Counts a pool's transactions; `onBegun` hears how long each has waited for its connection, in milliseconds. */
export function countTurns(
	max: number,
	onBegun: (waited: number) => void = () => undefined
): { use: PoolUse; takeTurn: () => Turn } {
	const use: PoolUse = { max, running: 0, waiting: 0 };
	const takeTurn = () => {
		const askedAt = performance.now();
		let state: 'waiting' | 'running' = 'waiting';
		use.waiting++;
		return {
			begin: () => {
				use.waiting--;
				use.running++;
				state = 'running';
				onBegun(performance.now() - askedAt);
			},
			end: () => void use[state]--
		};
	};
	return { use, takeTurn };
}
