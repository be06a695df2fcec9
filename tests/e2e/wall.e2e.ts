import AxeBuilder from '@axe-core/playwright';
import { DENSITIES } from '#lib/displays/display.ts';
import { PAGE_MS } from '#lib/displays/wall/pages.ts';
import { STATUSES } from '#lib/jobs/status.ts';
import { addDays } from '#lib/kernel/dates.ts';
import { expect, test, type DisplayOptions, type Screens, type TestShop } from './fixtures.ts';
import { WallPage } from './wall-page.ts';

const LOST = /WebSocket|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|Failed to load resource/;
const HD = { viewport: { width: 1920, height: 1080 } };
const today = () => new Date().toISOString().slice(0, 10);
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

async function openWall(screens: Screens, options: DisplayOptions = {}): Promise<WallPage> {
	const wall = new WallPage(await screens.display({ context: HD, ...options }));
	await wall.isLive();
	return wall;
}

/** The same, with a stopwatch that tests can put forward; the server's next word puts the wall's clock right again. */
async function openTimedWall(screens: Screens): Promise<WallPage> {
	const wall = await openWall(screens);
	await wall.page.clock.install();
	await wall.page.reload();
	await wall.isLive();
	return wall;
}

/** Some jobs in each column, with every kind of badge among them. */
async function fill(shop: TestShop, each: number): Promise<void> {
	for (const status of STATUSES) {
		for (let place = 0; place < each; place++) {
			const isOver = status === 'OH' && place % 4 === 0;
			await shop.job({
				status,
				title: place % 3 === 0 ? 'Three-stone ring with emerald cut and side stones' : 'Signet ring',
				promisedOn: addDays(today(), place % 2 === 0 ? place * 9 - 30 : place - 4),
				statusSince: daysAgo(place * 3),
				columns: { rush: place % 5 === 0, ...(isOver && { hold_until: addDays(today(), -1) }) }
			});
		}
	}
}

test('[D2] a job that somebody moves is at its new place at once, and highlighted for a minute', async ({
	shop,
	screens
}) => {
	screens.allow(LOST);
	const job = await shop.job({ status: 'QN', title: 'Signet ring' });
	const wall = await openTimedWall(screens);
	const ben = await screens.elsewhere(shop.ben);

	await ben.move(job, 'QN', 'CR');
	const card = wall.cardIn('CR', job);
	await expect(card).toHaveAttribute('data-highlight', 'moved');
	await expect(card).toContainText('From Quote needed');

	await wall.page.context().setOffline(true);
	await wall.wait(50_000);
	await expect(card).toHaveAttribute('data-highlight', 'moved');
	await wall.wait(11_000);
	await expect(card).not.toHaveAttribute('data-highlight');
	await expect(card).not.toContainText('From Quote needed');
});

test('[D2] six columns of twelve cards are on one page and nothing is cut off, from 720p to 4K', async ({
	shop,
	screens
}) => {
	await fill(shop, 12);
	const wall = await openWall(screens);
	for (const height of [1080, 720, 1440, 2160]) {
		await wall.page.setViewportSize({ width: (height * 16) / 9, height });
		await expect.poll(() => wall.typeSize()).toBeGreaterThanOrEqual((22 * height) / 1080);
		await expect(wall.page.locator('[data-number]')).toHaveCount(72);
		expect(await wall.faults(), `${height} lines`).toEqual([]);
		expect(await wall.touching(), `${height} lines`).toEqual([]);
	}
});

test('[D2] no chip touches lettering, whatever a card shows, from 720p to 4K', async ({ shop, screens }) => {
	for (const more of [7, 5]) {
		await fill(shop, more);
		for (const density of DENSITIES)
			for (const customers of ['short', 'none'] as const) {
				const wall = await openWall(screens, { settings: { density, customers } });
				for (const height of [720, 1080, 2160]) {
					await wall.page.setViewportSize({ width: (height * 16) / 9, height });
					await expect.poll(() => wall.touching(), `${height} lines, ${density}, ${customers}`).toEqual([]);
				}
				await wall.page.close();
			}
	}
});

test('[D2] more cards than fit are on pages, what is late first on every one of them', async ({
	shop,
	screens
}) => {
	screens.allow(LOST);
	for (let made = 0; made < 28; made++) await shop.job({ status: 'RP', statusSince: daysAgo(0) });
	const late = await shop.job({ status: 'RP', statusSince: daysAgo(14) });
	const wall = await openTimedWall(screens);
	await wall.page.context().setOffline(true);
	const indicator = wall.page.locator('[data-column="RP"]').getByText(/^\d of \d$/);

	const seen = new Map<string, number[]>();
	for (let turn = 0; turn < 3; turn++) {
		const label = await indicator.innerText();
		seen.set(label, await wall.numbersIn('RP'));
		await wall.wait(PAGE_MS);
		await expect(indicator).not.toHaveText(label);
	}
	expect(await wall.faults()).toEqual([]);
	expect([...seen.keys()].sort()).toEqual(['1 of 3', '2 of 3', '3 of 3']);
	expect(new Set([...seen.values()].flat()).size).toBe(29);
	for (const numbers of seen.values()) {
		expect(numbers[0]).toBe(late);
		expect(numbers).toHaveLength(12);
	}
});

test('[C4, D4, G5] without a network it says as of when it is, midnight comes all the same, and it is current soon after', async ({
	shop,
	screens
}) => {
	screens.allow(LOST);
	const job = await shop.job({ status: 'IP', promisedOn: today(), statusSince: daysAgo(0) });
	const moved = await shop.job({ status: 'QN' });
	const wall = await openTimedWall(screens);
	const ben = await screens.elsewhere(shop.ben);
	await expect(wall.card(job)).toContainText('Due today');

	await wall.page.context().setOffline(true);
	await expect(wall.state).toHaveText(/^As of \d\d:\d\d$/, { timeout: 20_000 });
	await ben.move(moved, 'QN', 'CR');
	await wall.wait(86_400_000 - (Date.now() % 86_400_000) + 1_000);
	await expect(wall.card(job)).toContainText('1d overdue');
	await expect(wall.card(job)).toContainText('1d');
	await expect(wall.page.locator('.clock')).toHaveText('00:00');
	await expect(wall.cardIn('QN', moved)).toBeVisible();

	await wall.page.context().setOffline(false);
	await wall.isLive(2_000);
	await expect(wall.cardIn('CR', moved)).toBeVisible();
	await expect(wall.card(job)).toContainText('Due today');
});

test('[D4] a server that restarts under it is followed again, without a reload', async ({
	shop,
	screens,
	app
}) => {
	screens.allow(LOST);
	const job = await shop.job({ status: 'QN' });
	const wall = await openWall(screens);
	await wall.page.evaluate(() => document.body.classList.add('same-page'));

	await app.kill();
	await expect(wall.state).toHaveText(/^As of/, { timeout: 20_000 });
	await app.restart();
	await wall.isLive(5_000);
	const ben = await screens.elsewhere(shop.ben);
	await ben.move(job, 'QN', 'CR');
	await expect(wall.cardIn('CR', job)).toHaveAttribute('data-highlight', 'moved');
	await expect(wall.page.locator('body.same-page')).toBeAttached();
});

test('[D4] a new version of the program loads itself at a quiet moment, and only from a server that answers', async ({
	shop,
	screens
}) => {
	screens.allow(LOST);
	await shop.job({ status: 'QN' });
	const wall = await openTimedWall(screens);
	await wall.page.evaluate(() => document.body.classList.add('same-page'));
	const isReloaded = () => wall.page.locator('body:not(.same-page) [data-connection="live"]');

	let asked = 0;
	await wall.page.route('**/_app/version.json', (route) => route.fulfill({ json: { version: 'newer' } }));
	await wall.page.route('**/display', async (route) => (asked++ < 1 ? route.abort() : route.continue()));
	await wall.wait(90_000);
	await expect.poll(() => asked).toBe(1);
	await expect(wall.page.locator('body.same-page')).toBeAttached();
	await expect(async () => {
		await wall.wait(6_000);
		await expect(isReloaded()).toBeVisible({ timeout: 500 });
	}).toPass();
});

test('[D3] no surname and no note reaches a display, in its page or over the wire', async ({
	shop,
	screens
}) => {
	const columns = { notes: 'Do not tell her husband', hold_note: 'Ring lost by courier' };
	const held = await shop.job({ status: 'OH', columns });
	const job = await shop.job({ status: 'QN', columns: { notes: columns.notes } });
	const wall = await openWall(screens);
	const heard: Promise<string>[] = [];
	wall.page.on('response', (response) => void heard.push(response.text().catch(() => '')));
	wall.page.on('websocket', (socket) =>
		socket.on('framereceived', ({ payload }) => void heard.push(Promise.resolve(String(payload))))
	);
	await wall.page.reload();
	await wall.isLive();

	const ben = await screens.elsewhere(shop.ben);
	await ben.move(job, 'QN', 'OH', { hold: { reason: 'other', note: columns.hold_note } });
	await ben.move(held, 'OH', 'IP');
	await expect(wall.cardIn('OH', job)).toContainText('Maria G.');
	await expect(wall.cardIn('IP', held)).toBeVisible();

	const all = [await wall.page.content(), ...(await Promise.all(heard))].join('\n');
	expect(all).toContain('"status":"OH"');
	for (const secret of ['Gonzalez', columns.notes, columns.hold_note]) expect(all).not.toContain(secret);
});

for (const theme of ['dark', 'light'] as const) {
	test(`[D2] the ${theme} theme has AAA contrast, and axe finds nothing`, async ({ shop, screens }) => {
		await fill(shop, 4);
		const wall = await openWall(screens, { settings: { theme } });
		const ben = await screens.elsewhere(shop.ben);
		await ben.move(1, 'QN', 'CR');
		await expect(wall.cardIn('CR', 1)).toHaveAttribute('data-highlight', 'moved');
		const paper = await wall.page.locator('main').evaluate((main) => getComputedStyle(main).backgroundColor);
		expect(paper).toBe(theme === 'dark' ? 'rgb(22, 20, 18)' : 'rgb(244, 239, 230)');
		const axe = new AxeBuilder({ page: wall.page }).options({
			rules: { 'color-contrast-enhanced': { enabled: true } }
		});
		const { violations } = await axe.analyze();
		expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual(
			[]
		);
	});
}

test('[D1] it shows the columns and the type of job that it was set to, and an empty wall says so', async ({
	shop,
	screens
}) => {
	const settings = { statuses: ['IP', 'RP'] as const, type: 'repair' as const };
	const empty = await openWall(screens, { settings });
	await expect(empty.page.getByText('The board is empty')).toBeVisible();

	const repair = await shop.job({ status: 'IP', columns: { type: 'repair' } });
	await shop.job({ status: 'IP' });
	const wall = await openWall(screens, { settings });
	await expect(wall.page.locator('[data-column]')).toHaveCount(2);
	expect(await wall.numbersIn('IP')).toEqual([repair]);
	await expect(wall.page.locator('[data-column="RP"]')).toContainText('Nothing to pick up');
	await expect(wall.page.getByRole('heading', { level: 1 })).toHaveText('Golden Hour');
});

test('[D2] it has nothing to press, hides the pointer, and stays awake where browsers lend no lock', async ({
	shop,
	screens
}) => {
	await shop.job();
	const wall = new WallPage(await screens.display({ context: HD }));
	await wall.page.clock.install();
	await wall.page.addInitScript(() => Object.defineProperty(navigator, 'wakeLock', { value: undefined }));
	await wall.page.reload();
	await wall.isLive();
	await expect(wall.page.locator('a, button, input, select, [tabindex]')).toHaveCount(0);
	await expect
		.poll(() => wall.page.locator('video').evaluate((video: HTMLVideoElement) => !video.paused))
		.toBe(true);

	await wall.page.mouse.move(300, 300);
	await wall.page.mouse.move(320, 300);
	await expect(wall.page.locator('main')).not.toHaveCSS('cursor', 'none');
	await wall.wait(4_000);
	await expect(wall.page.locator('main')).toHaveCSS('cursor', 'none');
});
