import { Finger, PHONE } from './finger.ts';
import { expect, test } from './fixtures.ts';

const tabOf = (name: string) => new RegExp(`^${name}`);

test('a swipe turns to the next column, and the switcher says which one it is', async ({ shop, screens }) => {
	await shop.job({ status: 'QN' });
	const board = await screens.board(shop.ana, PHONE);
	const tabs = board.page.getByRole('navigation', { name: 'Columns' });
	const finger = await Finger.on(board);

	await finger.swipeLeft();

	await expect(board.column('AVQ')).toBeInViewport({ ratio: 0.9 });
	await expect(tabs.getByRole('button', { name: tabOf('Awaiting vendor quote') })).toHaveAttribute(
		'aria-current',
		'true'
	);
});

test('all six columns are one tap away, each with its count', async ({ shop, screens }) => {
	const job = await shop.job({ status: 'OH' });
	const board = await screens.board(shop.ana, PHONE);
	const tabs = board.page.getByRole('navigation', { name: 'Columns' }).getByRole('button');

	await expect(tabs).toHaveCount(6);
	for (const tab of await tabs.all()) await expect(tab).toBeInViewport({ ratio: 1 });
	await tabs.filter({ hasText: 'On hold' }).tap();
	await expect(board.card(job)).toBeInViewport({ ratio: 1 });
	await expect(tabs.filter({ hasText: 'On hold' })).toHaveAccessibleName(/^On hold, 1 job/);
});

test('[L2] what is found in other columns only is one tap away', async ({ shop, screens }) => {
	await shop.job({ status: 'QN', title: 'Ring' });
	const found = await shop.job({ status: 'CR', title: 'Brooch' });
	await shop.job({ status: 'OH', title: 'Brooch' });
	const board = await screens.board(shop.ana, PHONE);
	await board.page.getByRole('searchbox').fill('brooch');
	await expect(board.page.getByText('2 matches in other columns')).toBeVisible();
	await board.page.getByRole('button', { name: 'Show Customer review' }).tap();
	await expect(board.card(found)).toBeInViewport({ ratio: 1 });
	await expect(board.page.getByText('in other columns')).toHaveCount(0);
});

test('[W12] a card that is dropped on a column’s tab lands on top of that column', async ({
	shop,
	screens
}) => {
	const other = await shop.job({ status: 'IP' });
	const job = await shop.job({ status: 'CR' });
	const board = await screens.board(shop.ana, PHONE);
	await board.page.getByRole('button', { name: tabOf('Customer review') }).tap();
	await expect(board.card(job)).toBeInViewport({ ratio: 1 });
	const finger = await Finger.on(board);

	await finger.holdOn(job);
	await finger.moveOver(board.page.locator('[data-tab="IP"]'));
	await finger.lift();

	await board.shows('IP', [job, other]);
	await expect.poll(() => shop.history(job)).toEqual(['moved']);
});

test('[W4] a tab of a column that does not take the card says why, and the card goes back', async ({
	shop,
	screens
}) => {
	const job = await shop.job({ status: 'QN' });
	const board = await screens.board(shop.ana, PHONE);
	const finger = await Finger.on(board);

	await finger.holdOn(job);
	await finger.moveOver(board.page.locator('[data-tab="RP"]'));
	await finger.lift();

	await expect(board.notice(/Quote needed|quote/)).toBeVisible();
	await board.shows('QN', [job]);
	expect(await shop.history(job)).toEqual([]);
});

test('a card that is held over a tab turns to its column', async ({ shop, screens }) => {
	const job = await shop.job({ status: 'QN' });
	const board = await screens.board(shop.ana, PHONE);
	const finger = await Finger.on(board);

	await finger.holdOn(job);
	await finger.moveOver(board.page.locator('[data-tab="IP"]'));
	await expect(board.column('IP')).toBeInViewport({ ratio: 0.9 });
	await finger.carryTo('IP');
	await finger.lift();

	await board.shows('IP', [job]);
});

test('a long press selects no text, and a pull with a card in the hand loads nothing anew', async ({
	shop,
	screens
}) => {
	const job = await shop.job({ status: 'QN', title: 'Signet ring' });
	const board = await screens.board(shop.ana, PHONE);
	const { page } = board;
	await page.evaluate(() => Object.assign(window, { isSamePage: true }));
	const finger = await Finger.on(board);

	await finger.holdOn(job);
	await finger.moveOver(page.locator('[data-tab="QN"]'));
	await finger.lift();

	expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
	expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
	expect(await page.evaluate(() => getComputedStyle(document.documentElement).overscrollBehaviorY)).toBe(
		'none'
	);
});

test('no field makes a phone zoom in, and what comes next with a job is in reach from the start', async ({
	shop,
	screens
}) => {
	const job = await shop.job({ status: 'IP' });
	const page = await screens.page(shop.ana, `/work-orders/${job}`, PHONE);

	await expect(page.getByRole('button', { name: 'Finished: ready for pickup' })).toBeInViewport({ ratio: 1 });
	for (const path of [
		`/work-orders/${job}`,
		'/work-orders',
		'/work-orders/list?all',
		'/contacts',
		'/contacts/new'
	]) {
		await page.goto(path);
		const sizes = await page
			.locator('input:not([type=hidden], [type=file], [type=radio], [type=checkbox]), select, textarea')
			.evaluateAll((fields) => fields.map((field) => parseFloat(getComputedStyle(field).fontSize)));
		expect(Math.min(...sizes), path).toBeGreaterThanOrEqual(16);
	}
});

test('the places of the shop and the own menu stand in one line', async ({ shop, screens }) => {
	const page = await screens.page(shop.ana, '/work-orders', PHONE);
	const bar = page.getByRole('banner').first();

	expect((await bar.boundingBox())?.height).toBeLessThan(56);
	for (const name of ['Jobs', 'Dashboard', 'Contacts', 'Settings'])
		await expect(bar.getByRole('link', { name })).toBeInViewport({ ratio: 1 });
	await expect(page.getByRole('button', { name: 'Sign out' })).toBeHidden();
	await bar.getByRole('button', { name: 'You' }).tap();
	await page.getByRole('button', { name: 'Sign out' }).tap();
	await expect(page).toHaveURL(/\/sign-in/);
});
