import type { Arrivals } from './arrivals.ts';
import type { System } from './system.ts';

/** One move, in milliseconds from the request. */
export interface MoveSample {
	/** Until the mover has the answer. */
	answer: number;
	/** Until the last watcher has the change. */
	last: number;
}

/** Moves cards one after the other, each when the one before has reached everybody. */
export async function measureMoves(
	system: System,
	arrivals: Arrivals,
	{ moves, writers }: { moves: number; writers: number }
): Promise<MoveSample[]> {
	const samples: MoveSample[] = [];
	for (let index = 0; index < moves; index++) {
		const writer = index % writers;
		const request = system.nextMove(writer);
		const start = performance.now();
		const key = await system.move(writer, request);
		const answer = performance.now() - start;
		samples.push({ answer, last: (await arrivals.lastOf(key)) - start });
	}
	return samples;
}

/** Moves a second, when each writer moves cards as fast as they are answered, counted until everybody has all of them. */
export async function measureSustained(
	system: System,
	arrivals: Arrivals,
	{ moves, writers }: { moves: number; writers: number }
): Promise<number> {
	const start = performance.now();
	const delivered: Promise<number>[] = [];
	async function work(writer: number): Promise<void> {
		while (delivered.length + inFlight < moves) {
			inFlight++;
			const key = await system.move(writer, system.nextMove(writer));
			inFlight--;
			delivered.push(arrivals.lastOf(key));
		}
	}
	let inFlight = 0;
	await Promise.all(Array.from({ length: writers }, (_, writer) => work(writer)));
	const end = Math.max(...(await Promise.all(delivered)));
	return (delivered.length / (end - start)) * 1000;
}
