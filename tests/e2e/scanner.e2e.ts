import { expect, test } from './fixtures.ts';
import { scan } from './scan.ts';

const addressOf = (job: number) => new RegExp(`/work-orders/${job}$`);

test('a scan opens its job on the board, and the next scan the next one, over the open panel', async ({
	shop,
	screens
}) => {
	const [first, second] = [await shop.job({ title: 'Signet ring' }), await shop.job({ title: 'Locket' })];
	const board = await screens.board(shop.ana);
	const { page } = board;

	await scan(page, '#000001');
	await expect(page).toHaveURL(addressOf(first));
	await expect(page.getByRole('dialog').getByRole('heading', { name: 'Signet ring' })).toBeVisible();
	await scan(page, '000002');
	await expect(page).toHaveURL(addressOf(second));
	await expect(page.getByRole('dialog').getByRole('heading', { name: 'Locket' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page).toHaveURL(/\/work-orders$/);
	await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a scan while a field of a job has the focus leaves nothing in it', async ({ shop, screens }) => {
	const [job, next] = [await shop.job({ title: 'Signet ring' }), await shop.job()];
	const page = await screens.page(shop.ana, `/work-orders/${job}`);

	await page.getByLabel('Title').focus();
	await page.keyboard.press('End');
	await scan(page, '#000002');

	await expect(page).toHaveURL(addressOf(next));
	expect(await shop.history(job)).toEqual([]);
});

test('a scan in a search field opens the job, on the board and on the list', async ({ shop, screens }) => {
	const job = await shop.job();
	for (const path of ['/work-orders', '/work-orders/list?all']) {
		const page = await screens.page(shop.ana, path);
		await page.keyboard.press('/');
		await expect(page.getByRole('searchbox')).toBeFocused();
		await scan(page, '000001');
		await expect(page).toHaveURL(addressOf(job));
	}
});

test('a scan waits for a dialog: nothing is sent, chosen or left in its fields', async ({
	shop,
	screens
}) => {
	await shop.job();
	const board = await screens.board(shop.ana);
	const { page } = board;
	await page.keyboard.press('n');
	const dialog = page.getByRole('dialog', { name: 'New job' });
	await dialog.getByLabel('Title').fill('Half-typed');

	await scan(page, '000001');

	await expect(board.notice('#000001 was scanned')).toBeVisible();
	await expect(dialog.getByLabel('Title')).toHaveValue('Half-typed');
	await expect(dialog.getByRole('alert')).toHaveText('');
	await expect(page).toHaveURL(/\/work-orders$/);
});

test('a scan while a menu is open moves nothing', async ({ shop, screens }) => {
	const job = await shop.job({ status: 'QN' });
	const board = await screens.board(shop.ana);
	await board.card(job).focus();
	await board.page.keyboard.press('m');
	await expect(board.page.getByRole('menuitem').first()).toBeFocused();

	await scan(board.page, '000001');

	await expect(board.notice('was scanned')).toBeVisible();
	expect(await shop.history(job)).toEqual([]);
});

test('what a person has half typed is no part of the next scan, and is acted on by nothing', async ({
	shop,
	screens
}) => {
	await shop.job();
	const job = await shop.job();
	const { page } = await screens.board(shop.ana);

	await page.keyboard.type('98', { delay: 90 });
	// The person stops, and reaches for the scanner.
	await page.waitForFunction(
		(since) => performance.now() - since > 120,
		await page.evaluate(() => performance.now())
	);
	await scan(page, '#000002');
	await expect(page).toHaveURL(addressOf(job));
});

test('a number that a person types into a field is the field’s', async ({ shop, screens }) => {
	const job = await shop.job({ title: 'Ring' });
	await shop.job();
	const page = await screens.page(shop.ana, `/work-orders/${job}`);

	await page.getByLabel('Title').fill('');
	await page.getByLabel('Title').pressSequentially('000002', { delay: 70 });
	await page.keyboard.press('Enter');

	await expect(page.getByLabel('Title')).toHaveValue('000002');
	await expect(page).toHaveURL(addressOf(job));
});
