import type { Arrivals } from './arrivals.ts';
import { processorMilliseconds } from './process-usage.ts';
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

/** What a server does when every writer moves cards as fast as they are answered. */
export interface SustainedSample {
	/** Moves a second, counted until everybody has all of them. */
	rate: number;
	/** Milliseconds of processor time that the server used for a move; `null` where the system does not tell. */
	processor: number | null;
}

export async function measureSustained(
	system: System,
	arrivals: Arrivals,
	{ moves, writers }: { moves: number; writers: number }
): Promise<SustainedSample> {
	const used = processorMilliseconds(system.pid);
	const start = performance.now();
	const delivered: Promise<number>[] = [];
	let begun = 0;
	async function work(writer: number): Promise<void> {
		while (begun++ < moves) {
			const key = await system.move(writer, system.nextMove(writer));
			delivered.push(arrivals.lastOf(key));
		}
	}
	await Promise.all(Array.from({ length: writers }, (_, writer) => work(writer)));
	const end = Math.max(...(await Promise.all(delivered)));
	const usedThen = processorMilliseconds(system.pid);
	const processor = used === null || usedThen === null ? null : (usedThen - used) / moves;
	return { rate: (moves * 1000) / (end - start), processor };
}
