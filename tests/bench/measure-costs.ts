import { execFileSync } from 'node:child_process';
import type { Arrivals } from './arrivals.ts';
import { measureMoves, measureSustained } from './measure-moves.ts';
import type { Product } from './product/product.ts';
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

const BYTES_MOVES = 60;

/** Bytes of the WebSocket payload that one watcher receives for one move, on average over moves there and back. */
export async function measureBytes(product: Product): Promise<number> {
	const watcher = await product.watchOnWire(1);
	await measureMoves(product, watcher.arrivals, { moves: BYTES_MOVES, writers: 1 });
	await watcher.disconnect();
	return watcher.bytes() / BYTES_MOVES;
}

function residentMegabytes(pid: number): number {
	const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
	return (Number(kilobytes.trim()) * 1024) / 1e6;
}
