import { measureBytes, measureMemory, type Bytes, type Memory } from './measure-costs.ts';
import { measureMoves, measureSustained, type MoveSample, type SustainedSample } from './measure-moves.ts';
import { measureSnapshot, type SnapshotSample } from './measure-snapshot.ts';
import type { Options } from './options.ts';
import { alternate, type Rounds } from './rounds.ts';
import type { Stage } from './stage.ts';
import type { Watchers } from './system.ts';

/** All that was measured, before anything is made of it. */
export interface Measurements extends Busy, Crowded {
	bytes: Bytes;
	snapshots: SnapshotSample[];
}

interface Busy {
	/** One move after the other, in front of the usual number of watchers. */
	few: Rounds<MoveSample[]>;
	/** All writers together. */
	sustained: Rounds<SustainedSample>;
}

interface Crowded {
	/** One move after the other, in front of many watchers. */
	many: Rounds<MoveSample[]>;
	memory: Memory;
}

type Pair = Record<'product' | 'floor', Watchers>;

/** Moves of all writers before anything counts: the code of both systems is compiled by then, and their pools are open. */
const WARM_UP_MOVES = 2000;
const LARGE_BOARD = 2000;

/** Measures one thing after the other: on a small machine two would disturb each other. */
export async function measureAll(
	stage: Stage,
	options: Options,
	say: (step: string) => void
): Promise<Measurements> {
	const { product } = stage.systems;
	say(`moves in front of ${options.watchers} watchers`);
	const busy = await withWatchers(stage, options.watchers, (pair) => measureBusy(stage, pair, options));
	say(`moves in front of ${options.manyWatchers} watchers, ${options.memoryMoves} of them for the memory`);
	const crowded = await withWatchers(stage, options.manyWatchers, (pair) =>
		measureCrowded(stage, pair, options)
	);
	say('bytes and snapshots');
	const bytes = await measureBytes(product);
	const small = await measureSnapshot(product.http, product.signedIn);
	const other = await stage.startAnother(LARGE_BOARD);
	const large = await measureSnapshot(other.http, other.signedIn);
	return { ...busy, ...crowded, bytes, snapshots: [small, large] };
}

async function measureBusy(stage: Stage, pair: Pair, { moves, rounds, writers }: Options): Promise<Busy> {
	const sustain = (count: number, moves: number) =>
		alternate(count, stage.systems, (system) =>
			measureSustained(system, pair[system.name].arrivals, { moves, writers })
		);
	await sustain(1, WARM_UP_MOVES);
	const few = await oneByOne(stage, pair, { moves, rounds, writers });
	return { few, sustained: await sustain(rounds, moves) };
}

async function measureCrowded(stage: Stage, pair: Pair, options: Options): Promise<Crowded> {
	const many = await oneByOne(stage, pair, options);
	const moves = { moves: options.memoryMoves, writers: options.writers };
	return { many, memory: await measureMemory(stage.systems.product, pair.product.arrivals, moves) };
}

function oneByOne(
	stage: Stage,
	pair: Pair,
	{ moves, rounds, writers }: Pick<Options, 'moves' | 'rounds' | 'writers'>
): Promise<Rounds<MoveSample[]>> {
	const perRound = { moves: Math.ceil(moves / rounds), writers };
	return alternate(rounds, stage.systems, (system) =>
		measureMoves(system, pair[system.name].arrivals, perRound)
	);
}

/** Connects the same number of watchers to both systems for as long as the work takes. */
async function withWatchers<Result>(
	{ systems }: Stage,
	count: number,
	work: (pair: Pair) => Promise<Result>
): Promise<Result> {
	const pair = { product: await systems.product.watch(count), floor: await systems.floor.watch(count) };
	const result = await work(pair);
	await pair.product.disconnect();
	await pair.floor.disconnect();
	return result;
}
