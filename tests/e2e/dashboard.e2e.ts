import AxeBuilder from '@axe-core/playwright';
import type { Page, WebSocketRoute } from '@playwright/test';
import { expect, test, type TestShop } from './fixtures.ts';

const number = (page: Page, name: string) => page.locator(`[data-number="${name}"]`);
const count = (page: Page, name: string) => number(page, name).locator('.count');
const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

/** One job for every number, and some for several. */
async function fill(shop: TestShop): Promise<void> {
	await shop.job({ status: 'IP', promisedOn: daysFromNow(-2), statusSince: ago(1), title: 'Late band' });
	await shop.job({ status: 'QN', promisedOn: daysFromNow(40), statusSince: ago(6), title: 'Slow quote' });
	await shop.job({ status: 'CR', promisedOn: daysFromNow(0), statusSince: ago(1), title: 'Due ring' });
	await shop.job({ status: 'AVQ', promisedOn: daysFromNow(40), statusSince: ago(1) });
	await shop.job({ status: 'OH', promisedOn: daysFromNow(40), statusSince: ago(1), heldFrom: 'IP' });
	await shop.job({
		status: 'RP',
		statusSince: ago(15),
		title: 'Locket',
		columns: { customer_name: 'Maria Gonzalez', customer_phone: '+1 (212) 555-0114' }
	});
	await shop.job({ status: 'RP', statusSince: ago(2), title: 'Fresh pin' });
}

async function isLive(page: Page): Promise<Page> {
	await expect(page.locator('[data-connection="live"]')).toBeVisible();
	return page;
}

test('[P4] each number leads to a list of as many jobs', async ({ shop, screens }) => {
	await fill(shop);
	const ben = await screens.elsewhere(shop.ben);
	await ben.move(2, 'QN', 'CR');
	await ben.move(2, 'CR', 'IP');
	const page = await isLive(await screens.page(shop.ana, '/dashboard'));
	const expected = { overdue: '1', red: '2', onHold: '1', ready: '2', movedToday: '1', thisWeek: '1' };
	for (const [name, shown] of Object.entries(expected)) {
		await expect(count(page, name), name).toHaveText(shown);
		await number(page, name).click();
		await expect(page.locator('[data-job]'), name).toHaveCount(Number(shown));
		await page.goBack();
		await isLive(page);
	}
	for (const [party, jobs] of [
		['customer', 3],
		['vendor', 2],
		['us', 2]
	] as const) {
		await expect(page.locator(`[data-party="${party}"] .count`)).toHaveText(String(jobs));
		await page.locator(`[data-party="${party}"]`).click();
		await expect(page.locator('[data-job]')).toHaveCount(jobs);
		await page.goBack();
		await isLive(page);
	}
});

test('[G5] red is one number and one word on the dashboard, in its list, over the columns, on the wall and in the preview', async ({
	shop,
	screens
}) => {
	await fill(shop);
	await shop.job({ status: 'QN', promisedOn: daysFromNow(-1), statusSince: ago(9), title: 'Both at once' });
	const page = await isLive(await screens.page(shop.ana, '/dashboard'));
	await expect(count(page, 'red')).toHaveText('4');
	await number(page, 'red').click();
	await expect(page.locator('[data-job]')).toHaveCount(4);
	const { page: board } = await screens.board(shop.ana);
	await expect(board.locator('header.head').getByText(/\d red/)).toHaveText([/^2 red/, /^1 red/, /^1 red/]);
	const wall = await screens.display();
	await expect(wall.locator('.totals')).toContainText('4 red (2 overdue)');
	await page.goto('/settings');
	await expect(page.locator('[data-count="red"] .count')).toHaveText('4');
});

test('[P4] the numbers, the bar, the oldest jobs and the feed change when somebody else moves a job', async ({
	shop,
	screens
}) => {
	const ring = await shop.job({ status: 'IP', title: 'Solitaire', promisedOn: daysFromNow(-1) });
	const page = await isLive(await screens.page(shop.ana, '/dashboard'));
	await expect(count(page, 'overdue')).toHaveText('1');
	await expect(count(page, 'movedToday')).toHaveText('0');
	await expect(page.getByText('Nothing has moved yet today.')).toBeVisible();

	const ben = await screens.elsewhere(shop.ben);
	await ben.move(ring, 'IP', 'RP');
	await expect(count(page, 'overdue')).toHaveText('0');
	await expect(count(page, 'ready')).toHaveText('1');
	await expect(page.locator('[data-party="customer"] .count')).toHaveText('1');
	await expect(page.locator('[data-oldest="RP"]')).toContainText('Solitaire');
	const entry = page.locator(`[data-feed="${ring}"]`);
	await expect(entry).toContainText('Ben Okafor');
	await expect(entry).toContainText('In production → Ready for pickup');
	await expect(count(page, 'movedToday')).toHaveText('1');
	await page.reload();
	await expect(page.locator(`[data-feed="${ring}"]`)).toHaveCount(1);
});

test('[G3] whoever may chase sees whom to call, with the phone one tap away', async ({ shop, screens }) => {
	await fill(shop);
	const page = await isLive(await screens.page(shop.ben, '/dashboard'));
	const row = page.locator('[data-chase="6"]');
	await expect(row).toContainText('Maria Gonzalez');
	await expect(row).toContainText('15 days on the floor: chase the customer');
	await expect(row.getByRole('link', { name: /^Call / })).toHaveAttribute('href', 'tel:+12125550114');
	await expect(page.locator('[data-chase]')).toHaveCount(1);
	await number(page, 'chase').click();
	await expect(page.locator('[data-job]')).toHaveCount(1);
});

test('[G3, W13] whoever may not chase hears no phone, on the page or over the network', async ({
	shop,
	screens
}) => {
	await fill(shop);
	const jun = await shop.person('Jun Watanabe', 'jeweler');
	const page = await isLive(await screens.page(jun, '/dashboard'));
	await expect(page.getByRole('heading', { name: 'Chase the customer' })).toHaveCount(0);
	expect(await page.content()).not.toMatch(/555-?0114/);
	const answer = await page.request.get('/api/v1/dashboard');
	expect(await answer.text()).not.toMatch(/555-?0114|"chase"/);
});

test('[P4] a display that is gone says since when', async ({ shop, screens, database }) => {
	await database.sql`
		insert into displays (shop_id, id, name, settings, token_hash, paired_at, seen_at)
		values (${shop.id}, 'wall', 'Wall display', '{}', ${`hash of ${shop.id}`}, now(), ${new Date().toISOString()})`;
	const page = await screens.page(shop.ana, '/dashboard');
	await expect(page.locator('[data-terminal="display"]')).toHaveText(
		/Wall display\s+offline since \d\d:\d\d/
	);
});

test('[P4] whoever connects and leaves is told', async ({ shop, screens }) => {
	const page = await isLive(await screens.page(shop.ana, '/dashboard'));
	const people = page.locator('[data-terminal="person"]');
	await expect(people).toHaveText([/Ana Ruiz/]);
	const board = await screens.board(shop.ben);
	await expect(people).toHaveText([/Ana Ruiz/, /Ben Okafor/]);
	await board.page.close();
	await expect(people).toHaveText([/Ana Ruiz/]);
});

test('[P4] the charts have their numbers as text, with and without a program', async ({ shop, screens }) => {
	const ring = await shop.job({ status: 'IP' });
	const ben = await screens.elsewhere(shop.ben);
	await ben.move(ring, 'IP', 'RP');
	await ben.pickUp(ring);
	for (const javaScriptEnabled of [true, false]) {
		const page = await screens.page(shop.ana, '/dashboard', { javaScriptEnabled });
		await expect(page.getByRole('table', { name: 'In and out' }).getByRole('row')).toHaveCount(13);
		await expect(page.getByRole('table', { name: 'Time in status' }).getByRole('row')).toHaveCount(7);
		await expect(page.locator('.chart svg')).toHaveCount(javaScriptEnabled ? 2 : 0);
	}
});

/** From when on nothing comes from the server any more: no change, no pulse, no answer. */
async function silence(page: Page): Promise<() => Promise<void>> {
	let isSilent = false;
	await page.routeWebSocket(/socket\.io/, (ws: WebSocketRoute) => {
		const server = ws.connectToServer();
		server.onMessage((message) => (isSilent ? undefined : ws.send(message)));
	});
	return async () => {
		isSilent = true;
		await page.context().route('**', (route) => route.abort());
	};
}

for (const path of ['/work-orders', '/dashboard']) {
	test(`[G5] at midnight in the shop the badges of ${path} change by themselves, with no traffic`, async ({
		shop,
		screens
	}) => {
		screens.allow(/WebSocket|Failed to load resource|ERR_FAILED/);
		await shop.job({ status: 'CR', promisedOn: daysFromNow(0), statusSince: ago(0) });
		const page = await screens.page(shop.ana, '/contacts');
		const fallSilent = await silence(page);
		await page.clock.install();
		await page.goto(path);
		await isLive(page);
		const badges = page.locator('[data-item="1"], [data-oldest="CR"] li').locator('.badge');
		await expect(badges.filter({ hasText: 'Due today' })).toBeVisible();

		await fallSilent();
		const midnight = Date.parse(`${daysFromNow(1)}T00:00:01Z`);
		await page.clock.fastForward(midnight - Date.now());
		await expect(badges.filter({ hasText: '1d overdue' })).toBeVisible();
		await expect(badges.filter({ hasText: /^\s*1d\s*$/ })).toBeVisible();
		if (path === '/dashboard') await expect(count(page, 'overdue')).toHaveText('1');
	});
}

for (const colorScheme of ['light', 'dark'] as const) {
	for (const width of [1440, 390]) {
		test(`a full and an empty dashboard have no accessibility fault at ${width} px, ${colorScheme}`, async ({
			shop,
			screens
		}) => {
			const ben = await screens.elsewhere(shop.ben);
			const viewport = { width, height: 900 };
			const options = { colorScheme, viewport, reducedMotion: 'reduce' as const };
			for (const isFull of [false, true]) {
				if (isFull) await fill(shop);
				if (isFull) await ben.move(2, 'QN', 'CR');
				if (isFull) await ben.move(2, 'CR', 'IP');
				if (isFull) await ben.pickUp(7);
				const page = await isLive(await screens.page(shop.ana, '/dashboard', options));
				// A chart of nothing would only have an axis: words say it instead.
				await expect(page.locator('.chart svg')).toHaveCount(isFull ? 2 : 0);
				const { violations } = await new AxeBuilder({ page }).analyze();
				const faults = violations.filter(
					({ tags, impact }) => tags.some((tag) => tag.startsWith('wcag')) || impact === 'serious'
				);
				expect(faults.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
				const main = page.locator('main');
				expect(await main.evaluate((part) => part.scrollWidth - part.clientWidth)).toBe(0);
			}
		});
	}
}
