import type { Page } from '@playwright/test';
import { BoardPage } from './board-page.ts';
import { expect, test } from './fixtures.ts';

const WITH_WORKER = { serviceWorkers: 'allow' } as const;

/** The worker answers for this page, and the board has been kept. */
async function isKept(page: Page): Promise<void> {
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});
	await expect.poll(() => page.evaluate(() => caches.has('last-board'))).toBe(true);
}

const keptBoard = (page: Page) =>
	page.evaluate(async () => (await caches.match('/offline/last-board'))?.text() ?? null);

test('[C5, D4] without a network a reload shows the last board, read-only, and goes back to the live one by itself', async ({
	shop,
	screens
}) => {
	screens.allow(/Failed to (load|fetch)|ERR_INTERNET_DISCONNECTED|WebSocket/);
	const job = await shop.job({ status: 'IP', title: 'Signet ring', columns: { budget_cents: 123_456 } });
	const board = await screens.board(shop.ana, WITH_WORKER);
	const { page } = board;
	await isKept(page);
	expect(await keptBoard(page)).not.toContain('123456');

	await page.context().setOffline(true);
	await page.goto(`/work-orders/${job}`);
	await expect(page.getByText(/^As of \d\d:\d\d, no connection/)).toBeVisible();
	await expect(page.getByRole('listitem').filter({ hasText: 'Signet ring' })).toBeVisible();
	await expect(page.getByRole('button', { name: /Move|New job/ })).toHaveCount(0);
	await page.reload();
	await expect(page.getByRole('heading', { name: 'Signet ring' })).toBeVisible();

	await page.context().setOffline(false);
	await expect(page).toHaveURL(new RegExp(`/work-orders/${job}$`));
	await expect(page.getByRole('button', { name: 'Move to…' })).toBeVisible();
});

test('[P3] whoever signs out leaves no board on the device', async ({ shop, screens }) => {
	screens.allow(/Failed to (load|fetch)|ERR_INTERNET_DISCONNECTED|WebSocket/);
	await shop.job({ title: 'Signet ring' });
	const { page } = await screens.board(shop.ana, WITH_WORKER);
	await isKept(page);

	await page.getByRole('button', { name: 'Sign out' }).click();
	await expect(page).toHaveURL(/\/sign-in/);
	await expect.poll(() => page.evaluate(() => caches.has('last-board'))).toBe(false);
	await page.context().setOffline(true);
	await page.goto('/work-orders');
	await expect(page.getByText('No board is kept on this device')).toBeVisible();
});

test('the worker keeps the program and nothing else, and leaves entrances and displays to the server', async ({
	shop,
	screens
}) => {
	screens.allow(/Failed to (load|fetch)|ERR_INTERNET_DISCONNECTED|WebSocket/);
	const { page } = await screens.board(shop.ana, WITH_WORKER);
	await isKept(page);
	await page.reload();
	await new BoardPage(page).isLive();

	const kept = await page.evaluate(async () => {
		const names = (await caches.keys()).filter((name) => name !== 'last-board');
		const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
		return requests.flat().map(({ url }) => new URL(url).pathname);
	});
	expect(kept).toContain('/offline');
	expect(kept.filter((path) => !path.startsWith('/_app/'))).toEqual(
		expect.arrayContaining(['/favicon.svg', '/icon-192.png', '/offline'])
	);
	expect(kept.filter((path) => /^\/(api|work-orders|contacts)/.test(path))).toEqual([]);
	await page.context().setOffline(true);
	await expect(page.goto('/sign-in')).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
});

test('the app can be installed: its manifest names icons that are there, and places of the shop', async ({
	page,
	app
}) => {
	await page.goto(`${app.url}/sign-in`);
	const href = await page.locator('link[rel=manifest]').getAttribute('href');
	const manifest = await (await page.request.get(new URL(href ?? '', page.url()).href)).json();
	expect(manifest).toMatchObject({ start_url: '/work-orders', display: 'standalone' });
	const icons: { src: string; sizes: string; type: string }[] = manifest.icons;
	for (const { src, type } of [...icons, { src: '/apple-touch-icon.png', type: 'image/png' }]) {
		const answer = await page.request.get(app.url + src);
		expect([answer.status(), answer.headers()['content-type']]).toEqual([200, type]);
	}
});

test('“New job” of the app’s own menu opens the form on the board', async ({ shop, screens }) => {
	const page = await screens.page(shop.ana, '/work-orders?new');
	await expect(page.getByRole('dialog', { name: 'New job' })).toBeVisible();
	await expect(page).toHaveURL(/\/work-orders$/);
});
