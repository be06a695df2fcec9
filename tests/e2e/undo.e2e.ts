import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const notice = (page: Page, text: string) => page.locator('[data-sonner-toast]').filter({ hasText: text });
const badge = (page: Page, status: string) => page.locator('.badges').getByText(status);
const step = (page: Page, name: string) => page.getByRole('button', { name });

test('[W9] a move made on the job’s page is taken back by its notice, and by a key', async ({
	shop,
	screens
}) => {
	const job = await shop.job({ status: 'CR' });
	const page = await screens.page(shop.ana, `/work-orders/${job}`);
	await page.keyboard.press('u');
	await expect(notice(page, 'There is no move of yours to undo.')).toBeVisible();

	await step(page, 'Approved: into production').click();
	await notice(page, 'moved to In production').getByRole('button', { name: 'Undo' }).click();
	await expect(badge(page, 'Customer review')).toBeVisible();
	await expect(notice(page, 'is back where it was')).toBeVisible();

	await page.keyboard.press('m');
	await page.getByRole('menuitem', { name: 'In production' }).click();
	await expect(notice(page, 'moved to In production')).toBeVisible();
	await page.keyboard.press('u');
	await expect(badge(page, 'Customer review')).toBeVisible();
	expect(await shop.history(job)).toEqual(['moved', 'undone', 'moved', 'undone']);
});

test('[W9] a move that is taken back while it is under way is made, and then taken back', async ({
	shop,
	screens
}) => {
	const job = await shop.job({ status: 'CR' });
	const page = await screens.page(shop.ana, `/work-orders/${job}`);
	let answer: () => void = () => undefined;
	const held = new Promise<void>((resolve) => (answer = resolve));
	await page.route('**/moves', async (route) => {
		await held;
		await route.continue();
	});
	const sent = page.waitForRequest('**/moves');
	await step(page, 'Approved: into production').click();
	await sent;
	await page.keyboard.press('u');
	answer();
	await expect(notice(page, 'is back where it was')).toBeVisible();
	expect(await shop.history(job)).toEqual(['moved', 'undone']);
});

test('[W9] what somebody else has done since is not taken back, and the page says why', async ({
	shop,
	screens
}) => {
	const job = await shop.job({ status: 'CR' });
	const page = await screens.page(shop.ana, `/work-orders/${job}`);
	await step(page, 'Approved: into production').click();
	await expect(notice(page, 'moved to In production')).toBeVisible();
	await (await screens.elsewhere(shop.ben)).move(job, 'IP', 'RP');
	await expect(badge(page, 'Ready for pickup')).toBeVisible();
	await page.keyboard.press('u');
	await expect(page.locator('[data-sonner-toast][data-type="error"]')).toBeVisible();
	expect(await shop.history(job)).toEqual(['moved', 'moved']);
});

for (const where of ['page', 'panel'] as const)
	test(`[W9] on the ${where} two presses in a row are one step, and it can be taken back`, async ({
		shop,
		screens
	}) => {
		const job = await shop.job({ status: 'AVQ' });
		let page: Page;
		if (where === 'page') page = await screens.page(shop.ana, `/work-orders/${job}`);
		else {
			const board = await screens.board(shop.ana);
			await board.card(job).click();
			page = board.page;
		}
		const button = step(page, 'Quote is there: customer review');
		// The second press comes as soon as the button offers the step after that.
		await button.evaluate((element: HTMLElement) => {
			const first = element.textContent;
			const press = () => element.textContent !== first && element.click();
			new MutationObserver(press).observe(element, { characterData: true, childList: true, subtree: true });
		});
		await button.click();
		await expect(step(page, 'Approved: into production')).toBeEnabled();
		await expect(badge(page, 'Customer review')).toBeVisible();
		expect(await shop.history(job)).toEqual(['moved']);
		await page.keyboard.press('u');
		await expect(badge(page, 'Awaiting vendor quote')).toBeVisible();
	});

test('[W9] what was moved in the panel is the last move of its board too', async ({ shop, screens }) => {
	const job = await shop.job({ status: 'CR' });
	const board = await screens.board(shop.ana);
	await board.card(job).click();
	await step(board.page, 'Approved: into production').click();
	await expect(board.notice('moved to In production')).toBeVisible();
	await board.page.keyboard.press('Escape');
	await expect(board.page.getByRole('dialog')).toHaveCount(0);
	await board.page.keyboard.press('u');
	await board.shows('CR', [job]);
	await expect(board.notice('is back where it was')).toBeVisible();
});
