/** Lets at most `places` pieces of work run at once; the others wait in line, first come, first served. */
export function createTurns(places: number) {
	let free = places;
	const line: (() => void)[] = [];

	const enter = async () => {
		if (free > 0) free -= 1;
		else await new Promise<void>((go) => line.push(go));
	};
	const leave = () => {
		const next = line.shift();
		if (next) next();
		else free += 1;
	};

	return async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
		await enter();
		try {
			return await work();
		} finally {
			leave();
		}
	};
}
