import { Finger, PHONE } from './finger.ts';
import { expect, test } from './fixtures.ts';

const TABLET = { hasTouch: true, viewport: { width: 1366, height: 900 } };

test('a finger that rests on a card picks it up and carries it over', async ({ shop, screens }) => {
	const job = await shop.job({ status: 'QN' });
	const board = await screens.board(shop.ana, TABLET);
	const finger = await Finger.on(board);

	await finger.holdOn(job);
	await finger.carryTo('IP');
	await finger.lift();

	await board.shows('IP', [job]);
	await expect.poll(() => shop.history(job)).toEqual(['moved']);
});

test('a touch that the system takes away puts the card back', async ({ shop, screens }) => {
	const job = await shop.job({ status: 'QN' });
	const board = await screens.board(shop.ana, TABLET);
	const finger = await Finger.on(board);

	await finger.holdOn(job);
	await finger.carryTo('IP');
	await finger.lose();

	await expect(board.page.locator('#dnd-action-dragged-el')).toHaveCount(0);
	await board.shows('QN', [job]);
	expect(await shop.history(job)).toEqual([]);
});

test('a finger that moves at once scrolls the column and takes nothing', async ({ shop, screens }) => {
	for (let count = 0; count < 12; count++) await shop.job({ status: 'QN' });
	const board = await screens.board(shop.ana, TABLET);
	const finger = await Finger.on(board);

	await finger.swipeUpFrom(4);

	await expect(board.page.locator('#dnd-action-dragged-el')).toHaveCount(0);
	const zone = board.column('QN').locator('[data-zone]');
	await expect.poll(() => zone.evaluate((element) => element.scrollTop)).toBeGreaterThan(20);
});

test('a tap on the card’s button opens its menu once, and a choice moves it', async ({ shop, screens }) => {
	const job = await shop.job({ status: 'IP' });
	const board = await screens.board(shop.ana, TABLET);

	await board.card(job).getByRole('button', { name: /^Move/ }).tap();
	await board.page.getByRole('menuitem', { name: 'Ready for pickup' }).tap();

	await board.shows('RP', [job]);
});

test('on a phone a card that is held at the edge of the screen turns to the other columns', async ({
	shop,
	screens
}) => {
	const job = await shop.job({ status: 'CR' });
	const board = await screens.board(shop.ana, PHONE);
	const tabs = board.page.getByRole('navigation', { name: 'Columns' });
	await tabs.getByRole('button', { name: 'Customer review' }).tap();
	await expect(board.card(job)).toBeInViewport({ ratio: 1 });
	const finger = await Finger.on(board);

	await finger.holdOn(job);
	await finger.waitAtRightEdgeFor('OH');
	await finger.carryTo('OH');
	await finger.lift();

	await expect(board.page.getByRole('dialog')).toBeVisible();
	await expect(board.cardIn('OH', job)).toHaveCount(1);
});
