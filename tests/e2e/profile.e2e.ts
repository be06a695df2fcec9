import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { hashPassword } from '#lib/server/people/passwords.ts';
import { expect, test } from './fixtures.ts';
import { choose, handedLink, invite, LOST, PEOPLE, SOON, stranger } from './people-page.ts';

test('[P3] a forgotten password is set anew by a link, and ends what was open before', async ({
	shop,
	screens,
	browser,
	app
}) => {
	screens.allow(LOST);
	await shop.job();
	const page = await stranger(browser, app);
	await page.goto('/sign-in');
	await expect(page.getByText('Password forgotten? Ask an admin of your shop')).toBeVisible();

	const board = await screens.board(shop.ben);
	const settings = await screens.page(shop.ana, PEOPLE);
	await choose(settings, shop.ben, 'New password by link');
	await settings.getByRole('button', { name: 'Make the link' }).click();
	const link = await handedLink(settings);
	await board.isLive();

	await page.goto(link);
	await expect(page.getByText('For Ben Okafor at Golden Hour')).toBeVisible();
	await page.getByLabel('New password').fill('a new password');
	await page.getByRole('button', { name: 'Set it and sign in' }).click();
	await expect(page).toHaveURL(/work-orders/);
	await expect(board.page.getByRole('alert').filter({ hasText: 'You are signed out' })).toBeVisible(SOON);

	await page.goto(link);
	await expect(page.getByRole('heading', { name: 'Link already used' })).toBeVisible();
	await page.context().clearCookies();
	await page.getByRole('link', { name: 'To the sign-in page' }).click();
	await page.getByLabel('E-mail').fill(`${shop.ben.id}@example.test`);
	await page.getByLabel('Password').fill('a new password');
	await page.getByRole('button', { name: 'Sign in' }).click();
	await expect(page).toHaveURL(/work-orders/);
});

test('[P3] on the own profile one signs another browser out, and changes name and password', async ({
	shop,
	screens,
	database
}) => {
	screens.allow(LOST);
	const hash = await hashPassword('the one of before');
	await database.sql`update people set password_hash = ${hash} where id = ${shop.ben.id}`;
	await shop.job();
	const board = await screens.board(shop.ben);
	const profile = await screens.page(shop.ben, '/profile');
	await expect(profile.getByText('(this one)')).toBeVisible();
	await profile.getByRole('button', { name: 'Sign out: Test' }).click();
	await expect(board.page.getByRole('alert').filter({ hasText: 'You are signed out' })).toBeVisible(SOON);
	await expect(profile.getByText('You are signed in nowhere else.')).toBeVisible();

	const third = await screens.board(shop.ben);
	await profile.getByLabel('Current password').fill('not this one');
	await profile.getByLabel('New password').fill('a new password');
	await profile.getByRole('button', { name: 'Change the password' }).click();
	await expect(profile.getByText('This is not your password.')).toBeVisible();
	await profile.getByLabel('Current password').fill('the one of before');
	await profile.getByRole('button', { name: 'Change the password' }).click();
	await expect(profile.getByText('Your password is changed.')).toBeVisible();
	await expect(third.page.getByRole('alert').filter({ hasText: 'You are signed out' })).toBeVisible(SOON);

	const anas = await screens.board(shop.ana);
	await profile.getByLabel('Name').fill('Benjamin Okafor');
	await profile.getByRole('button', { name: 'Save' }).click();
	await expect(profile.getByText('Your name is saved.')).toBeVisible();
	await expect(profile.getByRole('banner')).toContainText('Benjamin Okafor');
	await anas.isLive();
});

async function faultsOf(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	return violations
		.filter(({ tags, impact }) => tags.some((tag) => tag.startsWith('wcag')) || impact === 'serious')
		.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
	test(`people, profile and links have no accessibility fault, ${colorScheme}`, async ({
		shop,
		screens,
		browser,
		app
	}) => {
		await shop.job({ columns: { salesperson_id: shop.ben.id } });
		const settings = await screens.page(shop.ana, PEOPLE, { colorScheme, reducedMotion: 'reduce' });
		const link = await invite(settings, 'Nora Quist', 'viewer');
		expect(await faultsOf(settings)).toEqual([]);
		await settings.getByRole('button', { name: 'Done' }).click();
		expect(await faultsOf(settings)).toEqual([]);
		for (const what of ['Name and role', 'End access']) {
			await choose(settings, shop.ben, what);
			expect(await faultsOf(settings)).toEqual([]);
			await settings.keyboard.press('Escape');
		}
		const profile = await screens.page(shop.ben, '/profile', { colorScheme });
		expect(await faultsOf(profile)).toEqual([]);
		const context = await browser.newContext({ baseURL: app.url, colorScheme });
		const page = await context.newPage();
		for (const address of [link, link.slice(0, -1), '/sign-in']) {
			await page.goto(address);
			expect(await faultsOf(page)).toEqual([]);
		}
	});
}
