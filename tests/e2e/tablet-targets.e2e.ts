import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { smallTargets } from './targets.ts';

const SCREENS = [
	{ width: 1024, height: 768 },
	{ width: 768, height: 1024 },
	{ width: 390, height: 844 }
];

/** What is pressed at the bench, each with the way there. */
const PLACES: readonly { name: string; path: string; go?: (page: Page) => Promise<void> }[] = [
	{ name: 'the board', path: '/work-orders' },
	{ name: 'the list', path: '/work-orders/list?closed=false' },
	{ name: 'a job', path: '/work-orders/1' },
	{ name: 'the contacts', path: '/contacts' },
	{ name: 'a new contact', path: '/contacts/new' },
	{ name: 'the new job', path: '/work-orders', go: (page) => open(page, 'New job') },
	{ name: 'a card’s menu', path: '/work-orders', go: (page) => open(page, /^Move #/, 'menu') },
	{ name: 'the filters', path: '/work-orders', go: (page) => open(page, 'More filters') },
	{
		name: 'a hold',
		path: '/work-orders',
		go: async (page) => {
			await open(page, /^Move #/, 'menu');
			await page.getByRole('menuitem', { name: 'On hold' }).tap();
			await page.getByRole('dialog').waitFor();
		}
	},
	{
		name: 'a job over the board',
		path: '/work-orders',
		go: async (page) => {
			await page.locator('[data-item] h3').first().tap();
			await page.getByRole('dialog').getByRole('heading').first().waitFor();
		}
	}
];

async function open(page: Page, name: string | RegExp, role: 'dialog' | 'menu' = 'dialog'): Promise<void> {
	await page.getByRole('button', { name }).first().tap();
	await page.getByRole(role).waitFor();
}

for (const viewport of SCREENS) {
	test(`at ${viewport.width} × ${viewport.height} nothing that is pressed is under 48 px for a finger`, async ({
		shop,
		screens
	}) => {
		for (const status of ['QN', 'AVQ', 'CR', 'IP', 'RP', 'OH'] as const)
			await shop.job({ status, title: `Ring ${status}`, promisedOn: '2026-02-10' });
		const page = await screens.page(shop.ana, '/work-orders', { hasTouch: true, isMobile: true, viewport });
		for (const { name, path, go } of PLACES) {
			await page.goto(path);
			await page.locator('[data-running]').waitFor({ state: 'attached' });
			await go?.(page);
			expect(await smallTargets(page), name).toEqual([]);
		}
	});
}
