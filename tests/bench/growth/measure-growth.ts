import { connect } from '#lib/server/db/client.ts';
import type { DatabaseServer } from '#tests/bench/database-server.ts';
import { fillJobs } from '#tests/bench/finding/fill-jobs.ts';
import { measureMoves } from '#tests/bench/measure-moves.ts';
import type { Options } from '#tests/bench/options.ts';
import { processorMilliseconds } from '#tests/bench/process-usage.ts';
import { startProduct, type Product } from '#tests/bench/product/product.ts';
import { openShop, type BenchShop } from '#tests/bench/product/shop.ts';
import type { WireWatchers } from '#tests/bench/product/watch-on-wire.ts';
import { median } from '#tests/bench/statistics.ts';

/** What a move costs in a shop that has had so many jobs. */
export interface ByJobs {
	jobs: number;
	/** Milliseconds until the mover has the answer, the median. */
	answer: number;
	/** Milliseconds of the server's processor time for each move; `null` where the system does not tell. */
	processor: number | null;
}

/** How long a move takes until the last of so many screens has it, spread over so many nodes. */
export interface ByScreens {
	nodes: number;
	screens: number;
	/** Milliseconds, the median. */
	last: number;
}

export interface Growth {
	byJobs: ByJobs[];
	byScreens: ByScreens[];
}

const JOBS = [1_000, 10_000, 100_000];
const SCREENS = [50, 500, 2_000];
const NODES = [1, 2, 3];
const WARM_UP = 60;
const MOVES = 240;
const WATCHED_MOVES = 40;

type Say = (step: string) => void;

/** Measures one after the other, each on a shop and on processes of its own. */
export async function measureGrowth(database: DatabaseServer, options: Options, say: Say): Promise<Growth> {
	const byJobs: ByJobs[] = [];
	for (const jobs of JOBS) {
		say(`moving in a shop that has had ${jobs} jobs`);
		byJobs.push(await measureJobs(database, options, jobs));
	}
	const byScreens: ByScreens[] = [];
	const url = await database.createDatabase('screens');
	const shop = await openShop(url, { cards: options.cards, sessions: options.writers });
	for (const nodes of NODES) {
		say(`moving in front of up to ${SCREENS.at(-1) ?? 0} screens on ${nodes} nodes`);
		byScreens.push(...(await measureScreens(shop, options, nodes)));
	}
	return { byJobs, byScreens };
}

async function measureJobs(database: DatabaseServer, options: Options, jobs: number): Promise<ByJobs> {
	const url = await database.createDatabase(`jobs_${jobs}`);
	const shop = await openShop(url, { cards: options.cards, sessions: options.writers });
	await fill(url, jobs);
	const product = await startProduct(shop, options);
	try {
		const watchers = await product.watchOnWire(1);
		const writers = options.writers;
		await measureMoves(product, watchers.arrivals, { moves: WARM_UP, writers });
		const used = processorMilliseconds(product.pid);
		const samples = await measureMoves(product, watchers.arrivals, { moves: MOVES, writers });
		const usedThen = processorMilliseconds(product.pid);
		await watchers.disconnect();
		const processor = used === null || usedThen === null ? null : (usedThen - used) / MOVES;
		return { jobs, answer: median(samples.map(({ answer }) => answer)), processor };
	} finally {
		await product.stop();
	}
}

async function fill(url: string, jobs: number): Promise<void> {
	const { sql, close } = connect(url, { max: 1 });
	try {
		const [shop] = await sql<{ id: string }[]>`select id from shops`;
		await sql`set statement_timeout = 0`;
		await fillJobs(sql, shop?.id ?? '', jobs);
	} finally {
		await close();
	}
}

async function measureScreens(shop: BenchShop, options: Options, nodes: number): Promise<ByScreens[]> {
	const running: Product[] = [];
	try {
		for (let node = 0; node < nodes; node++) running.push(await startProduct(shop, options));
		const measured: ByScreens[] = [];
		for (const screens of SCREENS)
			measured.push({ nodes, screens, last: await measureLast(running, options, screens) });
		return measured;
	} finally {
		for (const product of running) await product.stop();
	}
}

/** The screens are spread evenly; all moves are made on the first node. */
async function measureLast(nodes: readonly Product[], options: Options, screens: number): Promise<number> {
	const [mover] = nodes;
	if (!mover) throw new Error('There is no node');
	const crowds: WireWatchers[] = [];
	for (const node of nodes) crowds.push(await node.watchOnWire(Math.round(screens / nodes.length)));
	const lastOf = async (key: string) =>
		Math.max(...(await Promise.all(crowds.map(({ arrivals }) => arrivals.lastOf(key)))));
	const everywhere = { note: () => undefined, lastOf };
	const samples = await measureMoves(mover, everywhere, { moves: WATCHED_MOVES, writers: options.writers });
	await Promise.all(crowds.map((crowd) => crowd.disconnect()));
	return median(samples.map(({ last }) => last));
}
