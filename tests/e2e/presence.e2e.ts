import type { Page } from '@playwright/test';
import type { Person } from '#tests/support/factories.ts';
import { faultsOf } from './faults.ts';
import type { BoardPage } from './board-page.ts';
import { expect, test } from './fixtures.ts';

/** Who else is here, as the board's header shows them. */
function avatars(board: BoardPage) {
	return board.page.getByRole('list', { name: 'Also here' }).getByRole('img');
}

/** The initials of whoever else has a card in the hand. */
function handOn(board: BoardPage, number: number, person: Person) {
	return board.card(number).getByRole('img', { name: `${person.name} is moving this` });
}

const BEN_LOOKS = 'Ben Okafor is looking at this';

test.describe('[P4] who is here', () => {
	test('two screens see each other, a person with two of them once, and who leaves is gone', async ({
		shop,
		screens
	}) => {
		const anas = await screens.board(shop.ana);
		await expect(avatars(anas)).toHaveCount(0);
		const bens = await screens.board(shop.ben);
		await expect(avatars(anas)).toHaveText(['BO']);
		await expect(avatars(anas)).toHaveAttribute('title', 'Ben Okafor');
		await expect(avatars(bens)).toHaveText(['AR']);

		const second = await screens.board(shop.ben);
		await expect(avatars(second)).toHaveText(['AR']);
		await expect(avatars(anas)).toHaveText(['BO']);

		await bens.page.context().close();
		await second.page.context().close();
		await expect(avatars(anas)).toHaveCount(0);
	});

	test('many are counted, nothing moves when they come, and it has no accessibility fault', async ({
		shop,
		screens
	}) => {
		await shop.job({ status: 'QN' });
		const anas = await screens.board(shop.ana);
		const place = () => anas.page.getByRole('button', { name: 'New job' }).boundingBox();
		const before = await place();
		for (const name of ['Carla Conti', 'Dana Dunn', 'Emil Egger', 'Fay Fox'])
			await screens.board(await shop.person(name, 'jeweler'));
		await screens.board(shop.ben);
		await expect(avatars(anas)).toHaveText(['CC', 'DD', 'EE', '+2']);
		await expect(avatars(anas).last()).toHaveAttribute('aria-label', 'Fay Fox, Ben Okafor');
		expect(await place()).toEqual(before);
		expect(await faultsOf(anas.page)).toEqual([]);
	});
});

test('[P4] a card in somebody’s hand is outlined on other screens until it is put down', async ({
	shop,
	screens
}) => {
	const job = await shop.job({ status: 'QN' });
	const anas = await screens.board(shop.ana);
	const bens = await screens.board(shop.ben);

	await bens.pickUp(job);
	await expect(handOn(anas, job, shop.ben)).toHaveText('BO');
	await expect(handOn(bens, job, shop.ben)).toHaveCount(0);
	const size = await anas.card(job).boundingBox();
	await bens.page.keyboard.press('Escape');
	await expect(handOn(anas, job, shop.ben)).toHaveCount(0);
	expect(await anas.card(job).boundingBox()).toEqual(size);

	await bens.pickUp(job);
	await expect(handOn(anas, job, shop.ben)).toBeVisible();
	await bens.page.context().close();
	await expect(handOn(anas, job, shop.ben)).toHaveCount(0);
});

test.describe('[P4] a job that somebody else has open', () => {
	async function openJob(board: BoardPage, number: number): Promise<Page> {
		await board.card(number).click();
		await board.page.getByRole('dialog').getByRole('heading').first().waitFor();
		return board.page;
	}

	test('says so on the panel and on the page, and not when they have closed it', async ({
		shop,
		screens
	}) => {
		const job = await shop.job({ status: 'QN' });
		const anas = await openJob(await screens.board(shop.ana), job);
		await expect(anas.getByText('looking at this')).toHaveCount(0);

		const bens = await screens.board(shop.ben);
		await openJob(bens, job);
		await expect(anas.getByText(BEN_LOOKS)).toBeVisible();
		await expect(bens.page.getByText('Ana Ruiz is looking at this')).toBeVisible();
		await bens.page.keyboard.press('Escape');
		await expect(anas.getByText(BEN_LOOKS)).toHaveCount(0);

		const page = await screens.page(shop.ben, `/work-orders/${job}`);
		await expect(anas.getByText(BEN_LOOKS)).toBeVisible();
		await expect(page.getByText('Ana Ruiz is looking at this')).toBeVisible();
		expect(await faultsOf(page)).toEqual([]);
		await page.context().close();
		await expect(anas.getByText(BEN_LOOKS)).toHaveCount(0);
	});

	test('still says so after the connection was lost and came back', async ({ shop, screens }) => {
		screens.allow(/WebSocket|ERR_INTERNET_DISCONNECTED|Failed to load resource/);
		const job = await shop.job({ status: 'QN' });
		const anas = await openJob(await screens.board(shop.ana), job);
		const bens = await screens.board(shop.ben);
		await openJob(bens, job);
		await expect(anas.getByText(BEN_LOOKS)).toBeVisible();

		await bens.page.context().setOffline(true);
		await expect(anas.getByText(BEN_LOOKS)).toHaveCount(0, { timeout: 25_000 });
		await bens.page.context().setOffline(false);
		await expect(anas.getByText(BEN_LOOKS)).toBeVisible();
	});
});
