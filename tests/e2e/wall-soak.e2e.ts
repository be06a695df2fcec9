import type { CDPSession, Page } from '@playwright/test';
import type { Status } from '#lib/jobs/status.ts';
import { expect, test, type Elsewhere, type TestShop } from './fixtures.ts';

/** A busy shop makes a few hundred changes a day: the long form is two months. */
const LONG = Boolean(process.env.BENCHBOARD_LONG);
const WARM_UP = LONG ? 2_000 : 150;
const CHANGES = LONG ? 20_000 : 800;
/** Bytes that the page may have grown by in between. */
const GROWTH = 20 * 1024 * 1024;
const JOBS = 72;
const COLUMNS = ['QN', 'CR', 'IP'] as const;

// What records a test for later keeps frames and elements, and takes time for each.
test.use({ trace: 'off', screenshot: 'off' });

test('[D2] weeks of changes leave the wall as it was, in memory and in elements', async ({
	shop,
	screens
}) => {
	test.setTimeout(LONG ? 900_000 : 60_000);
	await fill(shop);
	const page = await screens.display({ context: { viewport: { width: 1920, height: 1080 } } });
	await expect(page.locator('[data-connection="live"]')).toBeVisible();
	const start = Number(await page.locator('main').getAttribute('data-version'));
	const ben = await screens.elsewhere(shop.ben);
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Performance.enable');

	await shuffle(ben, 0, WARM_UP);
	await isAt(page, start + WARM_UP);
	const before = await usage(devtools);
	await shuffle(ben, WARM_UP, CHANGES);
	await isAt(page, start + CHANGES);
	const after = await usage(devtools);

	console.log(`after ${WARM_UP} changes: ${told(before)}; after ${CHANGES}: ${told(after)}`);
	console.log(`a change takes ${costs(before, after, CHANGES - WARM_UP)} of the main thread`);
	expect(after.heap - before.heap).toBeLessThan(GROWTH);
	expect(after.nodes).toBeLessThan(before.nodes * 1.1 + 200);
	expect(after.listeners).toBeLessThan(before.listeners + 50);
	await expect(page.locator('[data-number]')).toHaveCount(await shownOf(page));
});

async function fill(shop: TestShop): Promise<void> {
	for (let made = 0; made < JOBS; made++)
		await shop.job({ status: COLUMNS[made % 3]!, title: `Ring ${made}` });
}

/** Moves jobs round and round, several at a time: in production on hold and out of it, the others to and fro. */
async function shuffle(ben: Elsewhere, from: number, to: number): Promise<void> {
	const lanes = Array.from({ length: 6 }, async (_, lane) => {
		for (let change = from + lane; change < to; change += 6) await moveOn(ben, change);
	});
	await Promise.all(lanes);
}

/** The change of this number: each round takes every job one step along a circle of two places. */
async function moveOn(ben: Elsewhere, change: number): Promise<void> {
	const job = (change % JOBS) + 1;
	const isBack = Math.floor(change / JOBS) % 2 === 1;
	const home = COLUMNS[(job - 1) % 3]!;
	const away: Status = { QN: 'CR', CR: 'QN', IP: 'OH' }[home] as Status;
	const hold = !isBack && away === 'OH' ? { hold: { reason: 'stones' } } : {};
	await ben.move(job, isBack ? away : home, isBack ? home : away, hold);
}

async function isAt(page: Page, version: number): Promise<void> {
	await expect(page.locator(`main[data-version="${version}"]`)).toBeAttached({ timeout: 20_000 });
}

/** How many cards there is room for on the pages that show now. */
async function shownOf(page: Page): Promise<number> {
	const counts = await page.locator('.head .count').allInnerTexts();
	return counts.map(Number).reduce((sum, count) => sum + Math.min(count, 12), 0);
}

/** What the browser counts of the main thread's time, in seconds since the page was opened. */
const PARTS = {
	TaskDuration: 'in all',
	ScriptDuration: 'script',
	RecalcStyleDuration: 'style',
	LayoutDuration: 'layout'
};
type Part = keyof typeof PARTS;

interface Usage {
	/** Bytes. */
	heap: number;
	nodes: number;
	listeners: number;
	seconds: Record<Part, number>;
}

async function usage(devtools: CDPSession): Promise<Usage> {
	for (let round = 0; round < 3; round++) await devtools.send('HeapProfiler.collectGarbage');
	const { usedSize: heap } = await devtools.send('Runtime.getHeapUsage');
	const { nodes, jsEventListeners: listeners } = await devtools.send('Memory.getDOMCounters');
	const { metrics } = await devtools.send('Performance.getMetrics');
	const seconds = Object.fromEntries(metrics.map(({ name, value }) => [name, value])) as Record<Part, number>;
	return { heap, nodes, listeners, seconds };
}

function told({ heap, nodes, listeners }: Usage): string {
	return `${(heap / 1024 / 1024).toFixed(1)} MB, ${nodes} nodes, ${listeners} listeners`;
}

function costs(before: Usage, after: Usage, changes: number): string {
	const cost = (part: Part) => ((after.seconds[part] - before.seconds[part]) / changes) * 1_000;
	return (Object.keys(PARTS) as Part[])
		.map((part) => `${cost(part).toFixed(2)} ms ${PARTS[part]}`)
		.join(', ');
}
