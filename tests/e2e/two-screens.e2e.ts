import { expect, test } from './fixtures.ts';

test('[C1] a card dragged on one screen moves on the other, with the name of who moved it', async ({
	shop,
	screens
}) => {
	const job = await shop.job({ status: 'QN', title: 'Signet ring' });
	const other = await shop.job({ status: 'CR' });
	const anas = await screens.board(shop.ana);
	const bens = await screens.board(shop.ben);

	await anas.drag(job, 'CR', other);

	await bens.shows('QN', []);
	await expect(bens.cardIn('CR', job)).toContainText('Moved by Ana Ruiz');
	await expect(anas.cardIn('CR', job)).toBeVisible();
	await expect(bens.page.getByRole('status').filter({ hasText: 'Ana Ruiz moved #000001' })).toHaveCount(1);
	expect(await shop.history(job)).toEqual(['moved']);
});

test('[W12] a card lands where it was dropped, on every screen', async ({ shop, screens }) => {
	const [first, second, third] = [await shop.job(), await shop.job(), await shop.job()];
	const anas = await screens.board(shop.ana);
	const bens = await screens.board(shop.ben);

	await anas.drag(third, 'QN', first);

	for (const board of [anas, bens]) await board.shows('QN', [third, first, second]);
	await bens.page.reload();
	await bens.shows('QN', [third, first, second]);
});

test('[W8] of two people who move one card, exactly one wins and the other is told', async ({
	shop,
	screens
}) => {
	const job = await shop.job({ status: 'QN' });
	const anas = await screens.board(shop.ana);
	const bens = await screens.board(shop.ben);

	await anas.pickUp(job);
	await bens.pickUp(job);
	await anas.carryTo('CR');
	await bens.carryTo('IP');
	await anas.drop();
	await anas.notice('#000001 moved to Customer review').waitFor();
	await bens.drop();

	await expect(bens.notice('Ana Ruiz moved this to Customer review just now')).toBeVisible();
	for (const board of [anas, bens]) await board.shows('CR', [job]);
	expect(await shop.history(job)).toEqual(['moved']);
});

test('[W9] an own move can be undone from its notice', async ({ shop, screens }) => {
	const job = await shop.job({ status: 'QN' });
	const anas = await screens.board(shop.ana);
	const bens = await screens.board(shop.ben);

	await anas.drag(job, 'IP');
	await bens.shows('IP', [job]);
	await anas.notice('#000001 moved to In production').getByRole('button', { name: 'Undo' }).click();

	for (const board of [anas, bens]) await board.shows('QN', [job]);
	expect(await shop.history(job)).toEqual(['moved', 'undone']);
});

test('[W9] the key u takes the last own move back', async ({ shop, screens }) => {
	const job = await shop.job({ status: 'QN' });
	const board = await screens.board(shop.ana);

	await board.drag(job, 'IP');
	await board.notice('#000001 moved to In production').waitFor();
	await board.page.keyboard.press('u');

	await board.shows('QN', [job]);
	await expect(board.notice('is back where it was')).toBeVisible();
});

test('[J3] a job created on one screen appears on top on the other', async ({ shop, screens }) => {
	const old = await shop.job({ status: 'QN' });
	const anas = await screens.board(shop.ana);
	const bens = await screens.board(shop.ben);

	await anas.page.keyboard.press('n');
	const dialog = anas.page.getByRole('dialog');
	await dialog.getByRole('combobox').first().fill('Maria');
	await anas.page
		.getByRole('option', { name: /Maria Gonzalez/ })
		.first()
		.click();
	await dialog.getByRole('button', { name: '+2 wk' }).click();
	await dialog.getByLabel('Title').fill('Pearl earrings');
	await dialog.getByRole('button', { name: 'Create job' }).click();

	await expect(dialog).toHaveCount(0);
	await bens.shows('QN', [old + 1, old]);
	await expect(bens.card(old + 1)).toContainText('Pearl earrings');
});

test('the board is there before any script runs', async ({ shop, screens }) => {
	await shop.job({ status: 'IP', title: 'Tennis bracelet' });
	const page = await screens.page(shop.ana, '/work-orders', { javaScriptEnabled: false });

	await expect(page.locator('[data-column="IP"]')).toContainText('Tennis bracelet');
	await page.getByRole('link', { name: 'Repair' }).click();
	await expect(page.locator('[data-column="IP"]')).not.toContainText('Tennis bracelet');
});
