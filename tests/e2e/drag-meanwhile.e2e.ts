import { expect, test } from './fixtures.ts';

/** What others do while a card is in the hand. */

test('the card in the hand is re-ordered elsewhere: the drag goes on and the drop counts', async ({
	shop,
	screens
}) => {
	const [job, other] = [await shop.job({ status: 'QN' }), await shop.job({ status: 'QN' })];
	const board = await screens.board(shop.ana);
	const ben = await screens.elsewhere(shop.ben);

	await board.pickUp(job);
	await board.carryTo('CR');
	await ben.move(job, 'QN', 'QN', { after: other });
	await expect.poll(() => board.versionOf(job)).toBe(2);
	await board.drop();

	await board.shows('CR', [job]);
	await board.shows('QN', [other]);
	await expect.poll(() => shop.history(job)).toEqual(['moved', 'moved']);
});

test('[W8] the card in the hand is moved elsewhere: it goes to the winner’s place', async ({
	shop,
	screens
}) => {
	const job = await shop.job({ status: 'QN' });
	const board = await screens.board(shop.ana);
	const ben = await screens.elsewhere(shop.ben);

	await board.pickUp(job);
	await board.carryTo('CR');
	await ben.move(job, 'QN', 'IP');
	await expect.poll(() => board.versionOf(job)).toBe(2);
	await expect(board.cardIn('CR', job)).toHaveCount(1);
	await board.drop();

	await board.shows('IP', [job]);
	await expect(board.notice('Ben Okafor moved this to In production just now')).toBeVisible();
	expect(await shop.history(job)).toEqual(['moved']);
});

test('[W10] the card in the hand is closed elsewhere: it is gone after the drop, and that is said', async ({
	shop,
	screens
}) => {
	const job = await shop.job({ status: 'QN' });
	const other = await shop.job({ status: 'CR' });
	const board = await screens.board(shop.ana);
	const ben = await screens.elsewhere(shop.ben);

	await board.pickUp(job);
	await board.carryTo('CR', other);
	await ben.close(job);
	await expect.poll(() => board.versionOf(job)).toBe(null);
	await board.drop();

	await board.shows('QN', []);
	await board.shows('CR', [other]);
	await expect(board.notice('has left the board meanwhile')).toBeVisible();
	expect(await shop.history(job)).toEqual(['closed']);
});

test('the column under the hand changes: nothing doubles, nothing is lost, the drop lands', async ({
	shop,
	screens
}) => {
	const job = await shop.job({ status: 'QN' });
	const [above, below, late] = [
		await shop.job({ status: 'CR' }),
		await shop.job({ status: 'CR' }),
		await shop.job({ status: 'IP' })
	];
	const board = await screens.board(shop.ana);
	const ben = await screens.elsewhere(shop.ben);

	await board.pickUp(job);
	await board.carryTo('CR', below);
	await ben.move(above, 'CR', 'IP');
	await ben.move(late, 'IP', 'RP');
	await expect.poll(() => board.versionOf(late)).toBe(3);
	await expect(board.cardIn('CR', above)).toHaveCount(1);
	await board.drop();

	await expect.poll(() => shop.history(job)).toEqual(['moved']);
	await board.shows('IP', [above]);
	await board.shows('RP', [late]);
	await expect(board.column('CR').locator('[data-item]')).toHaveCount(2);
	const second = await screens.board(shop.ben);
	await second.shows('CR', await board.numbersIn('CR'));
});

test('a new card comes in while one is in the hand, and shows after the drop', async ({ shop, screens }) => {
	const [job, other] = [await shop.job({ status: 'QN' }), await shop.job({ status: 'IP' })];
	const board = await screens.board(shop.ana);
	const ben = await screens.elsewhere(shop.ben);

	await board.pickUp(job);
	await ben.move(other, 'IP', 'RP');
	await expect.poll(() => board.versionOf(other)).toBe(2);
	await expect(board.cardIn('IP', other)).toHaveCount(1);
	await board.page.keyboard.press('Escape');

	await board.shows('RP', [other]);
	await board.shows('QN', [job]);
});
