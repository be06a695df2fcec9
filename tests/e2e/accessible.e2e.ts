import type { BoardPage } from './board-page.ts';
import { faultsOf } from './faults.ts';
import { asFile, FilesCard, pdf, photo } from './files.ts';
import { expect, test, type TestShop } from './fixtures.ts';

const SCHEMES = ['light', 'dark'] as const;

async function fill(shop: TestShop): Promise<void> {
	for (const status of ['QN', 'AVQ', 'CR', 'IP', 'RP', 'OH'] as const)
		await shop.job({ status, title: `Ring ${status}` });
}

const WAYS: Record<string, (board: BoardPage) => Promise<unknown>> = {
	'a full board': (board) => board.card(1).hover(),
	'a card in the hand': (board) => board.pickUp(1),
	'an open menu': async (board) => {
		await board.card(1).focus();
		await board.page.keyboard.press('m');
		await board.page.getByRole('menuitem').first().waitFor();
	},
	'the new job': async (board) => {
		await board.page.keyboard.press('n');
		await board.page.getByRole('dialog').waitFor();
	},
	'a question for the vendor': async (board) => {
		await board.drag(1, 'AVQ');
		await board.page.getByRole('dialog').waitFor();
	},
	'a question for the reason of a hold': async (board) => {
		await board.drag(1, 'OH');
		await board.page.getByRole('dialog').waitFor();
	},
	'a job over the board': async (board) => {
		await board.card(1).click();
		await board.page.getByRole('dialog').getByRole('heading').first().waitFor();
	},
	'the panel of filters': async (board) => {
		await board.page.getByRole('button', { name: 'More filters' }).click();
		await board.page.getByLabel('Promised date').waitFor();
	},
	'a notice': async (board) => {
		await board.drag(1, 'CR');
		await board.notice('Customer review').waitFor();
	}
};

for (const colorScheme of SCHEMES) {
	for (const [name, go] of Object.entries(WAYS)) {
		test(`${name} has no accessibility fault, ${colorScheme}`, async ({ shop, screens }) => {
			await fill(shop);
			const board = await screens.board(shop.ana, { colorScheme, reducedMotion: 'reduce' });
			await go(board);
			expect(await faultsOf(board.page)).toEqual([]);
		});
	}

	test(`a job’s files, on their way, failed and large, have no accessibility fault, ${colorScheme}`, async ({
		shop,
		screens
	}) => {
		screens.allow(/Failed to load resource/);
		const job = await shop.job();
		const ana = await screens.elsewhere(shop.ana);
		for (const name of ['a.jpg', 'b.jpg']) await ana.attach(job, 'inspiration', asFile(await photo(name)));
		await ana.attach(job, 'drawing', asFile(pdf()));
		const page = await screens.page(shop.ana, `/work-orders/${job}`, {
			colorScheme,
			reducedMotion: 'reduce'
		});
		const inspiration = new FilesCard(page);
		let posts = 0;
		await page.route('**/jobs/*/attachments', (route) => (++posts === 1 ? route.abort() : undefined));
		await inspiration.choose(await photo('lost.jpg'));
		await expect(inspiration.button('Retry: lost.jpg')).toBeVisible();
		await inspiration.choose(await photo('slow.jpg'));
		await expect(page.getByRole('progressbar')).toBeVisible();
		expect(await faultsOf(page)).toEqual([]);

		await inspiration.button('View large: b.jpg').click();
		await page.getByRole('dialog').waitFor();
		expect(await faultsOf(page)).toEqual([]);
		await page.keyboard.press('Escape');
		await inspiration.button('Remove: b.jpg').click();
		await page.getByRole('dialog').waitFor();
		expect(await faultsOf(page)).toEqual([]);
	});

	test(`an empty board has no accessibility fault, ${colorScheme}`, async ({ shop, screens }) => {
		const board = await screens.board(shop.ana, { colorScheme });
		expect(await faultsOf(board.page)).toEqual([]);
	});
}
