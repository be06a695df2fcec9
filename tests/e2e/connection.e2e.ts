import { expect, test } from './fixtures.ts';

const LOST = /WebSocket|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|Failed to load resource/;

test('[C4, D4] without a network the board says as of when it is, and is current soon after', async ({
	shop,
	screens
}) => {
	screens.allow(LOST);
	const job = await shop.job({ status: 'QN' });
	const board = await screens.board(shop.ana);
	const ben = await screens.elsewhere(shop.ben);
	const state = board.page.locator('[data-connection]');

	await board.page.context().setOffline(true);
	await expect(state).toHaveText(/As of \d\d:\d\d/, { timeout: 20_000 });
	await ben.move(job, 'QN', 'IP');
	await board.shows('QN', [job]);

	await board.page.context().setOffline(false);
	await expect(state).toHaveText('Live', { timeout: 5_000 });
	await board.shows('IP', [job]);
});

test('[C5] after ten seconds without a connection the board is read-only and says so', async ({
	shop,
	screens
}) => {
	screens.allow(LOST);
	const job = await shop.job({ status: 'QN' });
	const board = await screens.board(shop.ana);

	await board.page.context().setOffline(true);
	const banner = board.page.getByRole('alert').filter({ hasText: 'moving is off' });
	await expect(banner).toBeVisible({ timeout: 30_000 });
	await expect(board.card(job).getByRole('button', { name: /^Move/ })).toHaveCount(0);

	await board.page.context().setOffline(false);
	await board.isLive();
	await expect(banner).toHaveCount(0);
	await board.drag(job, 'CR');
	await board.shows('CR', [job]);
});

test('[C4] a board that stays without a connection says so across its width', async ({ shop, screens }) => {
	screens.allow(LOST);
	await shop.job();
	const board = await screens.board(shop.ana);
	const banner = board.page.getByText(
		/^No connection\. You see the board as of \d\d:\d\d; what you move now/
	);
	await board.page.context().setOffline(true);
	await expect.poll(async () => (await banner.boundingBox())?.height).toBeGreaterThan(30);
	await board.page.context().setOffline(false);
	await board.isLive();
	await expect(banner).toHaveCount(0);
});

test('[P3] signing out on one page ends the boards of that session', async ({ shop, screens, app }) => {
	screens.allow(LOST);
	await shop.job({ status: 'QN' });
	const board = await screens.board(shop.ana);

	const elsewhere = await board.page.context().newPage();
	await elsewhere.goto(`${app.url}/work-orders/1`);
	await elsewhere.getByRole('button', { name: 'Sign out' }).click();
	await expect(elsewhere).toHaveURL(/sign-in/);

	await expect(board.page.getByRole('alert').filter({ hasText: 'You are signed out' })).toBeVisible();
	await board.page.getByRole('link', { name: 'Sign in' }).click();
	await expect(board.page).toHaveURL(/sign-in/);
});

test('[C5] a notice whose program cannot be fetched is shown as soon as it can', async ({
	shop,
	screens
}) => {
	screens.allow(LOST);
	await shop.job({ status: 'QN' });
	const board = await screens.board(shop.ana);
	const { page } = board;
	await page.waitForLoadState('networkidle');
	let refused = 0;
	await page.route('**/_app/immutable/**', (route) => {
		refused++;
		return route.abort();
	});

	await page.keyboard.press('u');
	await expect.poll(() => refused).toBeGreaterThan(0);
	await page.unroute('**/_app/immutable/**');
	await expect(board.notice('There is no move of yours to undo.')).toBeVisible();
	await expect(board.notice('There is no move of yours to undo.')).toHaveCSS('display', 'flex');
});
