import type { Page } from '@playwright/test';
import { middleOf } from './board-page.ts';
import { asFile, FilesCard, isDrawn, pdf, photo } from './files.ts';
import { expect, test, type Screens, type TestShop } from './fixtures.ts';

/** A job's page with three photos, newest first c, b, a, and a document that the large view leaves out. */
async function openJob(shop: TestShop, screens: Screens, options = {}): Promise<Page> {
	const job = await shop.job();
	const ana = await screens.elsewhere(shop.ana);
	await ana.attach(job, 'inspiration', asFile(await photo('a.jpg', 'goldenrod')));
	await ana.attach(job, 'inspiration', asFile(await photo('b.jpg', 'teal')));
	await ana.attach(job, 'inspiration', asFile(pdf()));
	await ana.attach(job, 'inspiration', asFile(await photo('c.jpg', 'maroon')));
	return screens.page(shop.ana, `/work-orders/${job}`, options);
}

const large = (page: Page) => page.getByRole('dialog').locator('.frame img');

test('[A4] the large view by keyboard: through the pictures, closer, and back to where one was', async ({
	shop,
	screens
}) => {
	const page = await openJob(shop, screens);
	const face = new FilesCard(page).button('View large: c.jpg');
	await face.focus();
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog', { name: 'c.jpg' });
	await expect(dialog).toContainText('1 of 3');
	await isDrawn(large(page));

	await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('dialog', { name: 'b.jpg' })).toContainText('2 of 3');
	await page.keyboard.press('End');
	await expect(page.getByRole('dialog', { name: 'a.jpg' })).toContainText('3 of 3');
	await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('dialog')).toContainText('3 of 3');
	await page.keyboard.press('Home');
	await expect(dialog).toContainText('1 of 3');

	await page.keyboard.press('+');
	await expect(large(page)).toHaveAttribute('style', /scale\(1\.5\)/);
	await page.keyboard.press('ArrowRight');
	await expect(large(page)).toHaveAttribute('style', /translate\(-80px, 0px\) scale\(1\.5\)/);
	await page.keyboard.press('0');
	await expect(large(page)).toHaveAttribute('style', /scale\(1\)/);

	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(face).toBeFocused();
});

test('[A4] the large view by mouse: a click enlarges what is under it, dragging pushes it', async ({
	shop,
	screens
}) => {
	const page = await openJob(shop, screens);
	await new FilesCard(page).button('View large: c.jpg').click();
	await isDrawn(large(page));
	const { x, y } = await middleOf(page.getByRole('dialog').locator('.frame'));
	await page.mouse.click(x, y);
	await expect(large(page)).toHaveAttribute('style', /scale\(2\.5\)/);
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x - 60, y, { steps: 4 });
	await page.mouse.up();
	await expect(large(page)).toHaveAttribute('style', /translate\(-60px, .*scale\(2\.5\)/);

	await page.getByRole('button', { name: 'Next' }).click();
	await expect(page.getByRole('dialog')).toContainText('2 of 3');
	await expect(large(page)).toHaveAttribute('style', /scale\(1\)/);
	const original = page.getByRole('link', { name: 'Open the original' });
	await expect(original).toHaveAttribute('target', '_blank');
	await expect(page.getByRole('link', { name: 'Download' })).toHaveAttribute('download', 'b.jpg');
	await page.getByRole('button', { name: 'Close' }).click();
	await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('[A4] the large view on a phone: a swipe brings the next picture', async ({ shop, screens }) => {
	const phone = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } };
	const page = await openJob(shop, screens, phone);
	await new FilesCard(page).button('View large: c.jpg').tap();
	await isDrawn(large(page));
	const devtools = await page.context().newCDPSession(page);
	const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
		devtools.send('Input.dispatchTouchEvent', { type, touchPoints: points });
	await touch('touchStart', [{ x: 300, y: 400 }]);
	for (const x of [260, 200, 140, 100]) await touch('touchMove', [{ x, y: 404 }]);
	await touch('touchEnd', []);
	await expect(page.getByRole('dialog')).toContainText('2 of 3');

	await touch('touchStart', [
		{ x: 150, y: 400 },
		{ x: 250, y: 400 }
	]);
	await touch('touchMove', [
		{ x: 100, y: 400 },
		{ x: 300, y: 400 }
	]);
	await touch('touchEnd', []);
	await expect(large(page)).toHaveAttribute('style', /scale\(2/);
	await expect(page.getByRole('dialog')).toContainText('2 of 3');
});

test('[A4] nothing on the page moves when a photo has come', async ({ shop, screens }) => {
	const page = await openJob(shop, screens);
	const card = new FilesCard(page);
	await card.isDrawn();
	const strip = card.button('Show a.jpg');
	const place = async () => ((await strip.boundingBox())?.y ?? 0) - ((await card.card.boundingBox())?.y ?? 0);
	const before = await place();
	let arrive: () => Promise<void> = () => Promise.reject(new Error('It was not asked for'));
	await page.route(/\/attachments\/[^/]+$/, (route) => {
		arrive = () => route.continue();
	});
	await strip.click();
	await expect(card.face('a.jpg')).toBeVisible();
	expect(await place()).toBe(before);
	await expect(async () => arrive()).toPass();
	await card.isDrawn();
	expect(await place()).toBe(before);
});

test('[A4] a picture that cannot be fetched says so in its place', async ({ shop, screens }) => {
	screens.allow(/Failed to load resource/);
	const page = await openJob(shop, screens);
	const card = new FilesCard(page);
	await card.isDrawn();
	await page.route(/\/attachments\/[^/]+$/, (route) => route.abort());
	await card.button('Show a.jpg').click();
	await expect(card.face('a.jpg')).toContainText('This picture cannot be shown at the moment.');
});

test('[A4] the browser’s Back closes the large view, and leaves the page where it is', async ({
	shop,
	screens
}) => {
	const page = await openJob(shop, screens);
	const face = new FilesCard(page).button('View large: c.jpg');
	const address = page.url();
	await face.click();
	await expect(page.getByRole('dialog', { name: 'c.jpg' })).toBeVisible();

	await page.goBack();
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(page).toHaveURL(address);
	await expect(face).toBeVisible();

	await face.click();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(page).toHaveURL(address);
});

test('[A4] over the board, Escape closes the large view and then the panel', async ({ shop, screens }) => {
	const job = await shop.job();
	const ana = await screens.elsewhere(shop.ana);
	for (const name of ['a.jpg', 'b.jpg']) await ana.attach(job, 'inspiration', asFile(await photo(name)));
	const board = await screens.board(shop.ana);
	const { page } = board;
	await board.card(job).focus();
	await page.keyboard.press('Enter');
	const card = new FilesCard(page);
	await card.button('View large: b.jpg').click();
	await expect(page.getByRole('dialog', { name: 'b.jpg' })).toBeVisible();
	await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('dialog', { name: 'a.jpg' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog', { name: 'a.jpg' })).toHaveCount(0);
	await expect(card.button('View large: b.jpg')).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(card.card).toHaveCount(0);
	await board.shows('QN', [job]);
});
