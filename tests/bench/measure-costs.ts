import type { Arrivals } from './arrivals.ts';
import { measureMoves, measureSustained } from './measure-moves.ts';
import { PLAIN, planMoves, TO_HOLD, type Ways } from './plan-moves.ts';
import type { Product } from './product/product.ts';
import { residentMegabytes } from './process-usage.ts';
import type { System } from './system.ts';

/** Megabytes (10^6 bytes) that the serving process held: before the moves, half-way through them, and after them. */
export interface Memory {
	before: number;
	half: number;
	after: number;
}

/** Reads the memory of the process while writers move cards in front of connected watchers. */
export async function measureMemory(
	system: System,
	arrivals: Arrivals,
	{ moves, writers }: { moves: number; writers: number }
): Promise<Memory> {
	const half = { moves: Math.ceil(moves / 2), writers };
	const before = residentMegabytes(system.pid);
	await measureSustained(system, arrivals, half);
	const middle = residentMegabytes(system.pid);
	await measureSustained(system, arrivals, half);
	return { before, half: middle, after: residentMegabytes(system.pid) };
}

/** The cards of the smallest shop are enough for so many. */
const BYTES_MOVES = 10;

/** Payload bytes of the WebSocket frames that one watcher receives for one move, on average. */
export interface Bytes {
	plain: number;
	/** A move to On hold carries its reason. */
	hold: number;
}

export async function measureBytes(product: Product): Promise<Bytes> {
	return { plain: await bytesOf(product, PLAIN), hold: await bytesOf(product, TO_HOLD) };
}

/** Each card makes its first step only, so that there are no moves back among them. */
async function bytesOf(product: Product, ways: Ways): Promise<number> {
	const each = { moves: BYTES_MOVES, writers: BYTES_MOVES };
	const nextMove = planMoves(await product.readCards(), { writers: each.writers, ways });
	const watcher = await product.watchOnWire(1);
	await measureMoves({ ...product, nextMove }, watcher.arrivals, each);
	await watcher.disconnect();
	return watcher.bytes() / each.moves;
}
