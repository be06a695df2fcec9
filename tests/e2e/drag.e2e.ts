import { expect, test } from './fixtures.ts';

test('[W2, W4] a drop that the workflow does not allow goes back and says why', async ({ shop, screens }) => {
	const job = await shop.job({ status: 'IP' });
	const board = await screens.board(shop.ana);

	await board.pickUp(job);
	const refusal = board.column('QN').getByText('A piece in production can only become Ready for pickup');
	await expect(refusal).toBeVisible();
	await board.hoverOver(board.column('QN').locator('[data-zone]'));
	await board.drop();

	await board.shows('IP', [job]);
	await expect(board.notice('A piece in production can only become Ready for pickup')).toBeVisible();
	await expect(refusal).toHaveCount(0);
	expect(await shop.history(job)).toEqual([]);
});

test('a card that is let go beside the columns goes back without a word', async ({ shop, screens }) => {
	const job = await shop.job({ status: 'QN' });
	const board = await screens.board(shop.ana);

	await board.pickUp(job);
	await board.carryTo('CR');
	await board.hoverOver(board.page.getByRole('searchbox'));
	await expect(board.column('QN').locator('[data-is-dnd-shadow-item-internal]')).toHaveCount(1);
	await board.drop();

	await board.shows('QN', [job]);
	expect(await shop.history(job)).toEqual([]);
});

for (const [what, cancel] of Object.entries({
	'the Escape key': 'Escape',
	'another window': 'blur',
	'a hidden page': 'hidden'
})) {
	test(`a drag ends with the card back by ${what}`, async ({ shop, screens }) => {
		const job = await shop.job({ status: 'QN' });
		const board = await screens.board(shop.ana);

		await board.pickUp(job);
		await board.carryTo('CR');
		if (cancel === 'Escape') await board.page.keyboard.press('Escape');
		else await board.page.evaluate(LEAVE, cancel);

		await expect(board.page.locator('#dnd-action-dragged-el')).toHaveCount(0);
		await board.shows('QN', [job]);
		await board.page.mouse.up();
		await board.drag(job, 'IP');
		await board.shows('IP', [job]);
		await expect.poll(() => shop.history(job)).toEqual(['moved']);
	});
}

test('[W5] a job without a vendor asks for one on its way to Awaiting vendor quote', async ({
	shop,
	screens
}) => {
	const job = await shop.job({ status: 'QN' });
	const board = await screens.board(shop.ana);
	const dialog = board.page.getByRole('dialog');

	await board.drag(job, 'AVQ');
	await expect(dialog).toBeVisible();
	await expect(board.cardIn('AVQ', job)).toHaveCount(1);
	await board.page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
	await board.shows('QN', [job]);
	expect(await shop.history(job)).toEqual([]);

	await shop.job({ status: 'AVQ' });
	await board.drag(job, 'AVQ');
	await dialog.getByRole('combobox').fill('Castw');
	await board.page
		.getByRole('option', { name: /Castwell/ })
		.first()
		.click();
	await dialog.locator('button[type="submit"]').click();
	await expect(dialog).toHaveCount(0);
	await expect(board.cardIn('AVQ', job)).toContainText('Castwell');
	expect(await shop.history(job)).toEqual(['moved']);
});

test('[W6] a hold asks for its reason, and Resume leads back with one click', async ({ shop, screens }) => {
	const job = await shop.job({ status: 'IP' });
	const board = await screens.board(shop.ana);
	const dialog = board.page.getByRole('dialog');

	await board.drag(job, 'OH');
	await dialog.getByText('Stones', { exact: false }).first().click();
	await dialog.locator('button[type="submit"]').click();
	await expect(board.cardIn('OH', job)).toContainText('Waiting on stones');

	await board.card(job).hover();
	await board.card(job).getByRole('button', { name: /^Move/ }).click();
	await board.page.getByRole('menuitem', { name: /^Resume/ }).click();
	await board.shows('IP', [job]);
	await expect.poll(() => shop.history(job)).toEqual(['moved', 'moved']);
});

test('[L2] a drop in a filtered column keeps the hidden cards where they are', async ({ shop, screens }) => {
	const [a, b, c, d] = [
		await shop.job({ title: 'Ring' }),
		await shop.job({ title: 'Brooch' }),
		await shop.job({ title: 'Ring' }),
		await shop.job({ title: 'Ring' })
	];
	const board = await screens.board(shop.ana);

	await board.page.getByRole('searchbox').fill('ring');
	await board.shows('QN', [a, c, d]);
	await board.drag(d, 'QN', c);
	await board.shows('QN', [a, d, c]);

	await board.page.getByRole('searchbox').fill('');
	await board.shows('QN', [a, d, b, c]);
});

test('[W13] a viewer can take no card into the hand', async ({ shop, screens }) => {
	const job = await shop.job({ status: 'QN' });
	const board = await screens.board(await shop.person('Vera Lund', 'viewer'));

	await expect(board.card(job).getByRole('button', { name: /^Move/ })).toHaveCount(0);
	await expect(board.card(job)).not.toHaveCSS('cursor', 'grab');
	await expect(board.page.getByRole('button', { name: 'New job' })).toHaveCount(0);
});

/** What a browser does when its window loses the focus, or its page is covered. */
const LEAVE = (how: string) => {
	if (how === 'blur') window.dispatchEvent(new Event('blur'));
	Object.defineProperty(document, 'hidden', { value: how === 'hidden', configurable: true });
	document.dispatchEvent(new Event('visibilitychange'));
	Object.defineProperty(document, 'hidden', { value: false, configurable: true });
};
