import { expect, test } from './fixtures.ts';

test('[J1] custom builds lead to the custom half of the board, for good', async ({ shop, screens, app }) => {
	await shop.job({ status: 'QN' });
	for (const path of ['/custom-builds', '/custom-builds/new/anything?x=1']) {
		const answer = await fetch(app.url + path, { redirect: 'manual' });
		expect([answer.status, answer.headers.get('location')]).toEqual([308, '/work-orders?type=custom']);
	}
	const page = await screens.page(shop.ana, '/custom-builds');
	await expect(page).toHaveURL(/\/work-orders\?type=custom$/);
	await expect(page.getByRole('link', { name: 'Custom' })).toHaveAttribute('aria-current', 'true');
});

test('[L2] filters live in the address and hide cards without asking the server', async ({
	shop,
	screens
}) => {
	const late = await shop.job({ promisedOn: '2026-02-10' });
	const early = await shop.job({ promisedOn: '2199-02-10' });
	const board = await screens.board(shop.ana);

	const asked: string[] = [];
	board.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	await board.page.getByRole('link', { name: 'Overdue' }).click();
	await board.shows('QN', [late]);
	await expect(board.page).toHaveURL(/\?due=overdue$/);
	await expect(board.column('QN').getByText('1 of 2')).toBeVisible();
	expect(asked.filter((path) => /^\/(api\/v1\/(?!preferences)|work-orders)/.test(path))).toEqual([]);

	await board.page.getByRole('link', { name: 'Repair' }).click();
	await expect(board.page.getByText('No job matches these filters.')).toBeVisible();
	await board.page.getByRole('link', { name: 'Show all jobs' }).click();
	await board.shows('QN', [late, early]);
});

test('[L3] a word that no open job has leads to the list, which finds it misspelled', async ({
	shop,
	screens
}) => {
	const job = await shop.job({ title: 'Pear sapphire pendant' });
	const board = await screens.board(shop.ana);
	await board.page.getByRole('searchbox').fill('saphire');
	await expect(board.page.getByText('No open job matches “saphire”.')).toBeVisible();
	await board.page.getByRole('link', { name: 'Search the list for “saphire”' }).click();
	await expect(board.page).toHaveURL(/work-orders\/list\?q=saphire$/);
	await expect(board.page.locator(`[data-job="${job}"]`)).toBeVisible();
});

for (const { width, count } of [
	{ width: 1440, count: null },
	{ width: 1024, count: 'More filters 1' },
	{ width: 390, count: 'More filters 2' }
])
	test(`[L2] at ${width} px a filter that is on can be seen, on board and list`, async ({
		shop,
		screens
	}) => {
		await shop.job();
		const viewport = { width, height: 800 };
		const page = await screens.page(shop.ana, '/work-orders?red=true&type=custom', { viewport });
		const chip = page.getByRole('link', { name: 'Red', exact: true });
		if (count === null) await expect(chip).toBeInViewport({ ratio: 1 });
		else {
			await page.getByRole('button', { name: count }).click();
			await expect(page.getByRole('dialog').getByRole('link', { name: 'Red' })).toBeInViewport({ ratio: 1 });
		}
		await page.goto('/work-orders/list?red=true&type=custom');
		const custom = page.getByRole('link', { name: 'Custom', exact: true });
		await expect(custom).toBeInViewport({ ratio: 1 });
		if (width > 760) await expect(chip).toBeInViewport({ ratio: 1 });
		else await expect(page.locator('summary')).toHaveText(/More filters\s+1/);
	});

test('an empty board shows how to add the first job', async ({ shop, screens }) => {
	const board = await screens.board(shop.ana);

	await board.page.getByRole('button', { name: 'Add the first job' }).click();
	await expect(board.page.getByRole('dialog', { name: 'New job' })).toBeVisible();
});

test('[W10] a job is picked up on its page, leaves every board, and an admin reopens it', async ({
	shop,
	screens
}) => {
	const job = await shop.job({ status: 'RP', title: 'Signet ring' });
	const board = await screens.board(shop.ben);
	const page = await screens.page(shop.ana, `/work-orders/00000${job}`);

	await expect(page.getByRole('heading', { name: 'Signet ring' })).toBeVisible();
	await page.getByRole('button', { name: 'Picked up' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Picked up' }).click();
	await expect(page.getByRole('listitem').filter({ hasText: 'Picked up' })).toContainText('Ana Ruiz');
	await board.shows('RP', []);

	await page.getByRole('button', { name: 'Reopen' }).click();
	await board.shows('RP', [job]);
	expect(await shop.history(job)).toEqual(['closed', 'reopened']);
});

test('[W7] a held job resumes from its page where it was held', async ({ shop, screens }) => {
	const job = await shop.job({ status: 'OH', heldFrom: 'CR' });
	const page = await screens.page(shop.ana, `/work-orders/${job}`);

	await page.getByRole('button', { name: 'Resume: Customer review' }).click();
	await expect(page.getByText('On hold → Customer review')).toBeVisible();
	expect(await shop.history(job)).toEqual(['moved']);
});

test('[W10] a pick-up from the board asks once, and takes the notice of the move before with it', async ({
	shop,
	screens
}) => {
	const job = await shop.job({ status: 'IP' });
	const board = await screens.board(shop.ana);
	const choose = async (entry: string) => {
		await board.card(job).focus();
		await board.page.keyboard.press('m');
		await board.page.getByRole('menuitem', { name: entry }).click();
	};
	await choose('Ready for pickup');
	await expect(board.notice('Undo')).toBeVisible();

	await choose('Picked up');
	await board.page.getByRole('dialog').getByRole('button', { name: 'Picked up' }).click();
	await board.shows('RP', []);
	await expect(board.notice('was picked up')).toBeVisible();
	await expect(board.notice('Undo')).toHaveCount(0);
});

test('[J2] a number that is nobody’s leaves the board alone', async ({ shop, screens }) => {
	screens.allow(/status of 404/);
	await shop.job({});
	const board = await screens.board(shop.ana);
	await board.page.keyboard.type('000777');
	await board.page.keyboard.press('Enter');
	await expect(board.notice('There is no job #000777')).toBeVisible();
	await expect(board.page).toHaveURL(/\/work-orders$/);
});

test('[P1] a job that is not there, or is another shop’s, is not found', async ({ shop, screens }) => {
	screens.allow(/status of 404/);
	const page = await screens.page(shop.ana, '/work-orders/999');
	await expect(page.getByText('There is no such job in this shop.')).toBeVisible();
});

test('[P3] who is not signed in is asked to, and comes back', async ({ page, app, shop }) => {
	await page.goto(`${app.url}/work-orders?type=repair`);
	await expect(page).toHaveURL(/\/sign-in\?next=%2Fwork-orders%3Ftype%3Drepair$/);
	expect(shop.id).toBeTruthy();
});
