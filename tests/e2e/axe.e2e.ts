import type { Page } from '@playwright/test';
import { faultsOf } from './faults.ts';
import { expect, test, type TestShop } from './fixtures.ts';

/** Every page of a shop. A new one is a line here. */
const PAGES = [
	'/work-orders',
	'/work-orders?q=zzzzz',
	'/work-orders/list?all',
	'/work-orders/list?closed=false&sort=customer',
	'/work-orders/list?q=zzzzz',
	'/work-orders/1',
	'/work-orders/6',
	'/work-orders/7',
	'/work-orders/999',
	'/contacts',
	'/contacts?q=zzzzz',
	'/contacts/new',
	'/dashboard',
	'/profile',
	'/settings',
	'/settings/people',
	'/settings/displays',
	'/settings/audit',
	'/offline'
];

/** Pages of somebody who is not signed in. */
const ENTRANCES = ['/sign-in', '/nowhere', '/display', '/join/wrong', '/password/wrong'];

const SCREENS = [
	{ name: 'a desk', options: { viewport: { width: 1440, height: 900 } } },
	{ name: 'a phone', options: { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } } }
];

async function fill(shop: TestShop): Promise<void> {
	for (const status of ['QN', 'AVQ', 'CR', 'IP', 'RP', 'OH'] as const)
		await shop.job({ status, title: `Ring ${status}`, columns: { rush: status === 'IP' } });
	await shop.job({ columns: { closed_at: '2026-02-20T10:00:00.000Z', outcome: 'picked_up', rush: true } });
}

/** Axe finds nothing, and nothing sticks out to the side. */
async function isSound(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await page.locator('main, [role=main]').first().waitFor();
	expect.soft(await faultsOf(page), path).toEqual([]);
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect.soft(wide, `${path} is wider than the screen by`).toBeLessThanOrEqual(0);
}

for (const { name, options } of SCREENS) {
	for (const colorScheme of ['light', 'dark'] as const) {
		test(`no page on ${name} has an accessibility fault or sticks out, ${colorScheme}`, async ({
			shop,
			screens,
			browser,
			app
		}) => {
			test.setTimeout(120_000);
			screens.allow(/status of 404|ERR_FAILED/);
			await fill(shop);
			const looks = { ...options, colorScheme, reducedMotion: 'reduce' } as const;
			const page = await screens.page(shop.ana, '/work-orders', looks);
			// The page for the time without a network goes on by itself as soon as it can.
			await page.route('**/readyz', (route) => route.abort());
			for (const path of PAGES) await isSound(page, path);
			const stranger = await (await browser.newContext({ baseURL: app.url, ...looks })).newPage();
			for (const path of ENTRANCES) await isSound(stranger, path);
		});
	}
}
