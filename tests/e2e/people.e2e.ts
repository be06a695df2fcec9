import { expect, test } from './fixtures.ts';
import { choose, invite, LOST, PEOPLE, SOON, stranger } from './people-page.ts';

test('[P3] somebody who is invited joins in another browser, and is there at once', async ({
	shop,
	screens,
	browser,
	app
}) => {
	await shop.job();
	const settings = await screens.page(shop.ana, PEOPLE);
	const link = await invite(settings, 'Nora Quist', 'jeweler');
	await settings.getByRole('button', { name: 'Done' }).click();
	await expect(settings.getByText('As Jeweler, by Ana Ruiz')).toBeVisible();

	const page = await stranger(browser, app);
	const referers: Promise<string>[] = [];
	page.on('request', (request) => referers.push(request.headerValue('referer').then((value) => value ?? '')));
	await page.goto(link);
	await expect(page.getByText('Welcome, Nora Quist. Ana Ruiz has invited you as Jeweler.')).toBeVisible();
	await page.getByLabel('E-mail').fill(`${shop.ana.id}@example.test`);
	await page.getByLabel('Password').fill('short');
	await page.getByRole('button', { name: 'Join the shop' }).click();
	await expect(page.getByLabel('Password')).toHaveAccessibleDescription('Use at least 10 characters.');
	await expect(page.getByLabel('Password')).toBeFocused();
	await page.getByLabel('Password').fill('ten letters');
	await page.getByRole('button', { name: 'Join the shop' }).click();
	await expect(page.getByText('Somebody in this shop has this e-mail already.')).toBeVisible();
	await expect(page.getByLabel('Your name')).toHaveValue('Nora Quist');
	await page.getByLabel('E-mail').fill(`nora-${shop.id}@quist.test`);
	await page.getByLabel('Password').fill('ten letters');
	await page.getByRole('button', { name: 'Join the shop' }).click();
	await expect(page).toHaveURL(/work-orders/);
	await expect(page.locator('[data-connection="live"]')).toBeVisible();
	const told = await Promise.all(referers);
	expect(told).toContain(`${new URL(link).origin}/`);
	expect(told.filter((referer) => referer.includes(new URL(link).pathname))).toEqual([]);

	const row = settings.locator('[data-person]').filter({ hasText: 'Nora Quist' });
	await expect(row).toContainText('Jeweler', SOON);
	await expect(settings.getByText('Nobody is waiting to join.')).toBeVisible();

	await page.goto(link);
	await expect(page.getByRole('heading', { name: 'Link already used' })).toBeVisible();
});

test('[P3] a link that is withdrawn, cut short or old says so, and what to do', async ({
	shop,
	screens,
	browser,
	app,
	database
}) => {
	const settings = await screens.page(shop.ana, PEOPLE);
	const link = await invite(settings, 'Nora Quist', 'viewer');
	await settings.getByRole('button', { name: 'Done' }).click();
	const page = await stranger(browser, app);
	const saysNow = async (address: string, title: string) => {
		await page.goto(address);
		await expect(page.getByRole('heading', { name: title })).toBeVisible();
		await expect(page.getByText('ask an admin of your shop for a new one')).toBeVisible();
	};
	await saysNow(link.slice(0, -1), 'No such link');
	await database.sql`
		update access_links set expires_at = now() - interval '1 minute' where shop_id = ${shop.id}`;
	await page.goto(link);
	await expect(page.getByRole('heading', { name: 'Link expired' })).toBeVisible();
	await settings.getByRole('button', { name: 'Withdraw: Nora Quist' }).click();
	await settings.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
	await expect(settings.getByText('Nobody is waiting to join.')).toBeVisible();
	await saysNow(link, 'No such link');
});

test('[P3, W13] a new role changes an open board and an open job within two seconds, and signs nobody out', async ({
	shop,
	screens
}) => {
	const job = await shop.job({ status: 'QN', columns: { budget_cents: 123_400 } });
	const board = await screens.board(shop.ben);
	await board.card(job).click();
	const budget = board.page.getByLabel('Budget');
	await expect(budget).toBeVisible();
	const add = board.page.getByRole('button', { name: 'New job' });
	await expect(add).toBeAttached();

	const settings = await screens.page(shop.ana, PEOPLE);
	await choose(settings, shop.ben, 'Name and role');
	await settings.getByLabel('Role').selectOption('jeweler');
	await settings.getByLabel('Name').fill('Ben O.');
	await settings.getByRole('button', { name: 'Save' }).click();

	await expect(budget).toHaveCount(0, SOON);
	await expect(board.notice('Your role is now Jeweler.')).toBeVisible();
	await expect(add).toHaveCount(0, SOON);
	await expect(board.page.getByRole('banner')).toContainText('Ben O.', SOON);
	await expect(board.page.getByRole('dialog')).not.toContainText('1,234');
	await board.isLive();

	await choose(settings, { ...shop.ben, name: 'Ben O.' }, 'Name and role');
	await settings.getByLabel('Role').selectOption('salesperson');
	await settings.getByRole('button', { name: 'Save' }).click();
	await expect(budget).toBeVisible(SOON);
	await expect(budget).toHaveValue(/1,?234/);
});

test('[P3, W13] a job’s own page hides prices from somebody who became a jeweler', async ({
	shop,
	screens
}) => {
	const job = await shop.job({ status: 'IP', columns: { budget_cents: 123_400 } });
	const page = await screens.page(shop.ben, `/work-orders/${job}`);
	const budget = page.getByLabel('Budget');
	await expect(budget).toBeVisible();
	await page.getByLabel('Title').fill('Half typed');
	await expect(page.getByLabel('Title')).toHaveValue('Half typed');

	const settings = await screens.page(shop.ana, PEOPLE);
	await choose(settings, shop.ben, 'Name and role');
	await settings.getByLabel('Role').selectOption('jeweler');
	await settings.getByRole('button', { name: 'Save' }).click();
	await expect(budget).toHaveCount(0, SOON);
	await expect(page).toHaveURL(new RegExp(`/work-orders/${job}$`));
});

test('[P3] a board that was away while its person’s role changed knows it when it is back', async ({
	shop,
	screens
}) => {
	screens.allow(/WebSocket|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|Failed to load resource/);
	await shop.job();
	const board = await screens.board(shop.ben);
	const add = board.page.getByRole('button', { name: 'New job' });
	await expect(add).toBeVisible();
	await board.page.context().setOffline(true);
	await expect(board.page.locator('[data-connection="live"]')).toHaveCount(0, { timeout: 20_000 });

	const settings = await screens.page(shop.ana, PEOPLE);
	await choose(settings, shop.ben, 'Name and role');
	await settings.getByLabel('Role').selectOption('viewer');
	await settings.getByRole('button', { name: 'Save' }).click();
	await expect(settings.locator('[data-person]').filter({ hasText: 'Ben Okafor' })).toContainText('Viewer');

	await board.page.context().setOffline(false);
	await expect(add).toHaveCount(0, { timeout: 5_000 });
	await board.isLive();
});

test('[P3] without access an open board ends within two seconds and says why; the name stays', async ({
	shop,
	screens
}) => {
	screens.allow(LOST);
	const job = await shop.job({ columns: { salesperson_id: shop.ben.id } });
	const board = await screens.board(shop.ben);
	const settings = await screens.page(shop.ana, PEOPLE);
	await choose(settings, shop.ben, 'End access');
	const dialog = settings.getByRole('dialog');
	await expect(dialog).toContainText('One open job names them');
	await expect(dialog.getByRole('link', { name: `#${String(job).padStart(6, '0')}` })).toBeVisible();
	await dialog.getByRole('button', { name: 'End access' }).click();

	const banner = board.page.getByRole('alert').filter({ hasText: 'Your access to this shop has ended' });
	await expect(banner).toBeVisible(SOON);
	await expect(settings.getByRole('heading', { name: 'Without access' })).toBeVisible();
	const anas = await screens.page(shop.ana, `/work-orders/${job}`);
	await expect(anas.getByLabel('Salesperson')).toHaveValue(shop.ben.id);

	await choose(settings, shop.ben, 'Give access back');
	await expect(settings.getByRole('heading', { name: 'Without access' })).toHaveCount(0);
});

test('[P3] the last admin is told that they cannot go', async ({ shop, screens }) => {
	const settings = await screens.page(shop.ana, PEOPLE);
	await choose(settings, shop.ana, 'End access');
	const dialog = settings.getByRole('dialog');
	await dialog.getByRole('button', { name: 'End access' }).click();
	await expect(dialog).toContainText('A shop keeps at least one admin. Make somebody else one first.');
	await settings.keyboard.press('Escape');
	await choose(settings, shop.ana, 'Name and role');
	await settings.getByLabel('Role').selectOption('viewer');
	await settings.getByRole('button', { name: 'Save' }).click();
	await expect(dialog).toContainText('A shop keeps at least one admin. Make somebody else one first.');
});
