import { startDatabaseServer } from '#tests/bench/database-server.ts';
import { fillShop } from '#tests/bench/fill-shop.ts';
import { fillJobs } from '#tests/bench/finding/fill-jobs.ts';
import type { Options } from '#tests/bench/options.ts';
import { startProduct } from '#tests/bench/product/product.ts';
import { openShop } from '#tests/bench/product/shop.ts';
import { describeMachine, report } from '#tests/bench/report.ts';
import { absolute, type Row } from '#tests/bench/row.ts';
import { median, quantile } from '#tests/bench/statistics.ts';
import { fillLog } from './fill-log.ts';
import { measureDashboard, type DashboardMeasurements } from './measure-dashboard.ts';

const JOBS = 50_000;
const MOST_MS = 100;
/** How long the shop took for its jobs: in eight years, or, three times as busy as a shop is, in two. */
const PASTS = [
	{ name: 'eight years', days: 8 * 365 },
	{ name: 'two years', days: 2 * 365 }
];

const milliseconds = (value: number) => `${value.toFixed(2)} ms`;
const kilobytes = (value: number) => `${value.toFixed(1)} kB`;

/** P4: measures the dashboard's history in shops with a long past, and prints how PostgreSQL reads the log. */
export async function runDashboard(options: Options, say: (step: string) => void): Promise<Row[]> {
	const all: Row[] = [];
	for (const past of PASTS) {
		say(`filling a shop with ${JOBS} jobs of ${past.name}, ${options.cards} of them open`);
		const before = describeMachine();
		const database = await startDatabaseServer();
		try {
			const url = await database.createDatabase('dashboard');
			const shop = await openShop(url, { cards: options.cards, sessions: 1 });
			const events = await fill(url, past.days);
			const product = await startProduct(shop, { ...options, writers: 1 });
			say('reading the dashboard');
			const measurements = await measureDashboard(product, url).finally(() => product.stop());
			const machine = { ...before, postgres: database.version };
			const rows = toRows(measurements, `dashboard, ${JOBS} jobs of ${past.name}, ${events} events`);
			const about = `${measurements.samples.length} readings, each after the one before`;
			await report(options, { part: `dashboard-${past.days}`, machine, about, rows, measurements });
			for (const { plan } of measurements.plans) console.log(`\n${plan}`);
			all.push(...rows);
		} finally {
			await database.stop();
		}
	}
	return all;
}

function toRows({ samples, nothing, bytes }: DashboardMeasurements, what: string) {
	const atMost = (name: string, value: number, most: number | null) =>
		absolute(`${what}: ${name}`, value, { atMost: most, show: milliseconds });
	return [
		atMost('server, p50', median(samples) - median(nothing), MOST_MS),
		atMost('server, p95', quantile(samples, 0.95) - median(nothing), MOST_MS),
		absolute(`${what}: answer`, bytes / 1000, { atMost: null, show: kilobytes })
	];
}

function fill(url: string, days: number): Promise<number> {
	return fillShop(url, async (sql, shopId) => {
		await fillJobs(sql, shopId, JOBS);
		await fillLog(sql, shopId, days);
		const [log] = await sql<{ count: number }[]>`select count(*)::integer as count from job_events`;
		return log?.count ?? 0;
	});
}
