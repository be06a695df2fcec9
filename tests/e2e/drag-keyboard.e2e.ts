import { expect, test } from './fixtures.ts';

test('[W2] space picks a card up, the arrows carry it over columns that take it, space puts it down', async ({
	shop,
	screens
}) => {
	const [job, other] = [await shop.job({ status: 'CR' }), await shop.job({ status: 'IP' })];
	const board = await screens.board(shop.ana);
	const { keyboard } = board.page;

	await board.card(job).focus();
	await keyboard.press(' ');
	await expect(board.column('AVQ').getByText('A job in customer review can only become')).toBeVisible();
	await keyboard.press('ArrowRight');
	await board.shows('IP', [job, other]);
	await keyboard.press('ArrowDown');
	await board.shows('IP', [other, job]);
	expect(await shop.history(job)).toEqual([]);
	await keyboard.press(' ');

	await expect.poll(() => shop.history(job)).toEqual(['moved']);
	await board.shows('IP', [other, job]);
	await expect(board.card(job)).toBeFocused();
});

test('the arrow skips columns that do not take the card, in both directions', async ({ shop, screens }) => {
	const job = await shop.job({ status: 'CR' });
	const board = await screens.board(shop.ana);
	const { keyboard } = board.page;

	await board.card(job).focus();
	await keyboard.press(' ');
	await keyboard.press('ArrowLeft');
	await board.shows('QN', [job]);
	await keyboard.press('Tab');
	await board.shows('CR', [job]);
	await keyboard.press('ArrowRight');
	await keyboard.press('ArrowRight');
	await board.shows('OH', [job]);
	await keyboard.press('Escape');

	await board.shows('CR', [job]);
	await expect(board.card(job)).toBeFocused();
	expect(await shop.history(job)).toEqual([]);
});

test('others’ changes wait for the end of a keyboard drag too', async ({ shop, screens }) => {
	const [job, other] = [await shop.job({ status: 'QN' }), await shop.job({ status: 'CR' })];
	const board = await screens.board(shop.ana);
	const ben = await screens.elsewhere(shop.ben);

	await board.card(job).focus();
	await board.page.keyboard.press(' ');
	await board.page.keyboard.press('ArrowRight');
	await board.page.keyboard.press('ArrowRight');
	await ben.move(other, 'CR', 'IP');
	await expect.poll(() => board.versionOf(other)).toBe(2);
	await board.shows('CR', [job, other]);
	await board.page.keyboard.press(' ');

	await board.shows('CR', [job]);
	await board.shows('IP', [other]);
});

test('the arrows go from card to card, Enter opens, m offers the moves', async ({ shop, screens }) => {
	const [first, second, third] = [
		await shop.job({ status: 'QN' }),
		await shop.job({ status: 'QN' }),
		await shop.job({ status: 'CR' })
	];
	const board = await screens.board(shop.ana);
	const { keyboard } = board.page;

	await keyboard.press('ArrowDown');
	await expect(board.card(first)).toBeFocused();
	await keyboard.press('ArrowDown');
	await expect(board.card(second)).toBeFocused();
	await keyboard.press('ArrowRight');
	await expect(board.card(third)).toBeFocused();

	await keyboard.press('m');
	await expect(board.page.getByRole('menuitem', { name: 'In production' })).toBeVisible();
	await expect(board.page.getByRole('menuitem', { name: 'Ready for pickup' })).toHaveCount(0);
	await board.page.getByRole('menuitem', { name: 'In production' }).click();
	await board.shows('IP', [third]);

	await board.card(third).focus();
	await keyboard.press('Enter');
	await expect(board.page).toHaveURL(/\/work-orders\/3$/);
});

test('a scanner that types a number and Enter opens the job, from anywhere', async ({ shop, screens }) => {
	await shop.job();
	const job = await shop.job();
	const board = await screens.board(shop.ana);

	await board.page.keyboard.type(`00000${job}`);
	await board.page.keyboard.press('Enter');
	await expect(board.page).toHaveURL(/\/work-orders\/2$/);

	await board.page.goBack();
	await board.isLive();
	await board.page.keyboard.press('/');
	await expect(board.page.getByRole('searchbox')).toBeFocused();
	await board.page.keyboard.type(`#00000${job}`);
	await board.page.keyboard.press('Enter');
	await expect(board.page).toHaveURL(/\/work-orders\/2$/);
});

test('the question mark lists the keys', async ({ shop, screens }) => {
	await shop.job();
	const board = await screens.board(shop.ana);

	await board.page.keyboard.press('?');
	await expect(board.page.getByRole('dialog', { name: 'Keyboard' })).toContainText('Pick the card up');
	await board.page.keyboard.press('Escape');
	await expect(board.page.getByRole('dialog')).toHaveCount(0);
});
