import { startDatabaseServer } from '#tests/bench/database-server.ts';
import type { Options } from '#tests/bench/options.ts';
import { startProduct } from '#tests/bench/product/product.ts';
import { openShop } from '#tests/bench/product/shop.ts';
import { describeMachine, report } from '#tests/bench/report.ts';
import type { Row } from '#tests/bench/row.ts';
import { fillShop } from '#tests/bench/fill-shop.ts';
import { fillJobs } from './fill-jobs.ts';
import { toFindingRows } from './finding-rows.ts';
import { measureFinding } from './measure-finding.ts';

/** Jobs of the shop that is searched; as many as the figures of the product speak of. */
const JOBS = 50_000;

/** L3, L1: measures search and list in a shop with a long past, and prints how PostgreSQL finds things there. */
export async function runFinding(options: Options, say: (step: string) => void): Promise<Row[]> {
	const before = describeMachine();
	say(`filling a shop with ${JOBS} jobs, ${options.cards} of them open`);
	const database = await startDatabaseServer();
	try {
		const url = await database.createDatabase('finding');
		const shop = await openShop(url, { cards: options.cards, sessions: 1 });
		await fillShop(url, (sql, shopId) => fillJobs(sql, shopId, JOBS));
		const product = await startProduct(shop, { ...options, writers: 1 });
		say('searching and listing');
		const measurements = await measureFinding(product, url).finally(() => product.stop());
		const machine = { ...before, postgres: database.version };
		const rows = toFindingRows(measurements, JOBS);
		const { samples } = measurements.search;
		const about = `${samples.length} searches, each after the one before`;
		await report(options, { part: 'finding', machine, about, rows, measurements });
		for (const { q, plan } of measurements.plans) console.log(`\n"${q}" → ${plan}`);
		return rows;
	} finally {
		await database.stop();
	}
}
