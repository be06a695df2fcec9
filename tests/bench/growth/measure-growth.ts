import type { DatabaseServer } from '#tests/bench/database-server.ts';
import { fillShop } from '#tests/bench/fill-shop.ts';
import { fillJobs } from '#tests/bench/finding/fill-jobs.ts';
import { measureMoves } from '#tests/bench/measure-moves.ts';
import type { Options } from '#tests/bench/options.ts';
import { processorMilliseconds, residentMegabytes } from '#tests/bench/process-usage.ts';
import { startProduct, type Product } from '#tests/bench/product/product.ts';
import { openShop, type BenchShop } from '#tests/bench/product/shop.ts';
import type { WireWatchers } from '#tests/bench/product/watch-on-wire.ts';
import { median } from '#tests/bench/statistics.ts';

/** What a move costs in a shop that has had so many jobs. */
export interface ByJobs {
	jobs: number;
	/** Milliseconds until the mover has the answer, the median. */
	answer: number;
	/** Milliseconds of the server's processor time for each move; not a number where the system does not tell. */
	processor: number;
}

/** How long a move takes until the last of so many screens has it, spread over so many nodes. */
export interface ByScreens {
	nodes: number;
	screens: number;
	/** Milliseconds, the median. */
	last: number;
	/** Megabytes (10^6 bytes) that one of the nodes holds then. */
	memory: number;
}

export interface Growth {
	byJobs: ByJobs[];
	byScreens: ByScreens[];
}

const JOBS = [1_000, 10_000, 100_000];
const SCREENS = [50, 500, 2_000];
const ROUNDS = 6;
const TURN = 60;
const WATCHED_MOVES = 40;

type Say = (step: string) => void;

/** Measures one after the other, each on a shop and on processes of its own. */
export async function measureGrowth(database: DatabaseServer, options: Options, say: Say): Promise<Growth> {
	const byJobs = await measureJobs(database, options, say);
	const byScreens: ByScreens[] = [];
	const url = await database.createDatabase('screens');
	const shop = await openShop(url, { cards: options.cards, sessions: options.writers });
	for (let nodes = 1; nodes <= options.nodes; nodes++) {
		say(`moving in front of up to ${SCREENS.at(-1) ?? 0} screens on ${nodes} nodes`);
		byScreens.push(...(await measureScreens(shop, options, nodes)));
	}
	return { byJobs, byScreens };
}

/** By turns, so that a machine that slows down slows all of them. */
async function measureJobs(database: DatabaseServer, options: Options, say: Say): Promise<ByJobs[]> {
	const shops: { jobs: number; product: Product; samples: number[]; processor: number }[] = [];
	try {
		for (const jobs of JOBS) {
			say(`filling a shop with ${jobs} jobs`);
			const url = await database.createDatabase(`jobs_${jobs}`);
			const shop = await openShop(url, { cards: options.cards, sessions: options.writers });
			await fillShop(url, (sql, shopId) => fillJobs(sql, shopId, jobs));
			shops.push({ jobs, product: await startProduct(shop, options), samples: [], processor: 0 });
		}
		say('moving in each of them by turns');
		for (let round = 0; round <= ROUNDS; round++)
			for (const shop of shops) {
				const { answers, processor } = await moveInTurn(shop.product, options);
				// The first round is for the caches.
				if (round === 0) continue;
				shop.samples.push(...answers);
				shop.processor += processor;
			}
		return shops.map(({ jobs, samples, processor }) => ({
			jobs,
			answer: median(samples),
			processor: processor / samples.length
		}));
	} finally {
		for (const { product } of shops) await product.stop();
	}
}

/** One turn: the answers' times, and the server's processor time for all of them, in milliseconds. */
async function moveInTurn(product: Product, { writers }: Options) {
	const watchers = await product.watchOnWire(1);
	const used = processorMilliseconds(product.pid) ?? Number.NaN;
	const samples = await measureMoves(product, watchers.arrivals, { moves: TURN, writers });
	const processor = (processorMilliseconds(product.pid) ?? Number.NaN) - used;
	await watchers.disconnect();
	return { answers: samples.map(({ answer }) => answer), processor };
}

async function measureScreens(shop: BenchShop, options: Options, nodes: number): Promise<ByScreens[]> {
	const running: Product[] = [];
	try {
		for (let node = 0; node < nodes; node++) running.push(await startProduct(shop, options));
		const measured: ByScreens[] = [];
		for (const screens of SCREENS)
			measured.push({ nodes, screens, ...(await measureLast(running, options, screens)) });
		return measured;
	} finally {
		for (const product of running) await product.stop();
	}
}

/** The screens are spread evenly; all moves are made on the first node. */
async function measureLast(
	nodes: readonly Product[],
	options: Options,
	screens: number
): Promise<Pick<ByScreens, 'last' | 'memory'>> {
	const [mover] = nodes;
	if (!mover) throw new Error('There is no node');
	const crowds: WireWatchers[] = [];
	for (const node of nodes) crowds.push(await node.watchOnWire(Math.round(screens / nodes.length)));
	const lastOf = async (key: string) =>
		Math.max(...(await Promise.all(crowds.map(({ arrivals }) => arrivals.lastOf(key)))));
	const everywhere = { note: () => undefined, lastOf };
	const samples = await measureMoves(mover, everywhere, { moves: WATCHED_MOVES, writers: options.writers });
	const memory = residentMegabytes(mover.pid);
	await Promise.all(crowds.map((crowd) => crowd.disconnect()));
	return { last: median(samples.map(({ last }) => last)), memory };
}
