import type { Page } from '@playwright/test';
import { SESSION_COOKIE } from '#lib/server/http/session-cookie.ts';
import { startSession } from '#lib/server/people/sessions.ts';
import { faultsOf } from './faults.ts';
import { expect, test, type Screens } from './fixtures.ts';

/** P3: how long a screen may take to follow, in milliseconds. */
const SOON = { timeout: 2_000 };

const codeOn = async (screen: Page) => (await screen.locator('[data-code]').getAttribute('data-code')) ?? '';

/** Types a screen's code under Settings → Displays. */
async function pair(settings: Page, code: string, name: string): Promise<void> {
	await settings.getByRole('button', { name: 'Pair a screen' }).click();
	await settings.getByLabel('Code on the screen').fill(code);
	await settings.getByRole('textbox', { name: 'Name' }).fill(name);
	await settings.getByRole('button', { name: 'Pair', exact: true }).click();
}

const lineOf = (settings: Page, name: string) => settings.getByRole('listitem', { name });
const named = (screen: Page, name: string) => screen.getByText(name, { exact: true }).first();

const settingsOf = (screens: Screens, ana: Parameters<Screens['page']>[0]) =>
	screens.page(ana, '/settings/displays');

test('[D1] a screen is paired, changed and revoked, and follows by itself', async ({ screens, shop }) => {
	await shop.job({ status: 'QN' });
	screens.allow(/status of 401/);
	const [screen, settings] = [await screens.stranger('/display'), await settingsOf(screens, shop.ana)];
	await expect(settings.getByText('No displays yet')).toBeVisible();
	await expect(screen.getByText('/settings/displays')).toBeVisible();
	const code = await codeOn(screen);
	expect(code).toMatch(/^[A-Z0-9]{8}$/);

	await pair(settings, `${code.slice(0, 4).toLowerCase()} - ${code.slice(4)}`, 'Front wall');
	await expect(named(screen, 'Front wall')).toBeVisible(SOON);
	const line = lineOf(settings, 'Front wall');
	await expect(line).toContainText('All columns · Custom and repair · Customers: First name and initial');
	// The screen connects once its page has come.
	await expect(async () => {
		await settings.reload();
		await expect(line).toContainText('Connected now', { timeout: 1_000 });
	}).toPass({ timeout: 10_000 });

	await settings.getByRole('button', { name: 'Change Front wall' }).click();
	await settings.getByRole('textbox', { name: 'Name' }).fill('Back wall');
	await settings.getByLabel('On hold').uncheck();
	await settings.getByRole('button', { name: 'Save' }).click();
	await expect(named(screen, 'Back wall')).toBeVisible(SOON);
	await expect(lineOf(settings, 'Back wall')).toContainText(
		'Quote needed, Awaiting vendor quote, Customer review'
	);

	await settings.getByRole('button', { name: 'Revoke Back wall' }).click();
	await expect(settings.getByText('shows a code instead')).toBeVisible();
	await settings.getByRole('button', { name: 'Revoke', exact: true }).click();
	await expect(screen.locator('[data-code]')).toBeVisible(SOON);
	expect(await codeOn(screen)).not.toBe(code);
	await expect(settings.getByText('No displays yet')).toBeVisible();

	await pair(settings, await codeOn(screen), 'Front wall');
	await expect(named(screen, 'Front wall')).toBeVisible(SOON);
	await screen.reload();
	await expect(named(screen, 'Front wall')).toBeVisible();
});

test('[D1] a wrong code is told beside the field, and nothing that was typed is lost', async ({
	screens,
	shop
}) => {
	const settings = await settingsOf(screens, shop.ana);
	await pair(settings, 'CCCC CCCC', 'Front wall');
	await expect(settings.getByLabel('Code on the screen')).toBeFocused();
	await expect(settings.getByText('No screen is waiting with this code.')).toBeVisible();
	await expect(settings.getByRole('textbox', { name: 'Name' })).toHaveValue('Front wall');
});

test('[D1] a screen that waits goes on through an outage of the network', async ({ screens, shop }) => {
	screens.allow(/ERR_INTERNET_DISCONNECTED/);
	const [screen, settings] = [await screens.stranger('/display'), await settingsOf(screens, shop.ana)];
	const code = await codeOn(screen);
	await screen.context().setOffline(true);
	await expect(screen.getByText('This screen keeps trying.')).toBeVisible({ timeout: 15_000 });
	await pair(settings, code, 'Front wall');
	await expect(lineOf(settings, 'Front wall')).toBeVisible();
	await screen.context().setOffline(false);
	await expect(named(screen, 'Front wall')).toBeVisible({ timeout: 5_000 });
});

test('[D3] a display shows no customer’s surname, not even in a browser that somebody is signed in to', async ({
	app,
	database,
	screens,
	shop
}) => {
	const number = await shop.job({ status: 'QN' });
	const wall = await screens.display();
	const { token } = await startSession(database, shop.ana, 'Test');
	await wall.context().addCookies([{ name: SESSION_COOKIE, value: token, url: app.url }]);
	const told: string[] = [];
	wall.on('websocket', (socket) =>
		socket.on('framereceived', ({ payload }) => told.push(payload.toString()))
	);
	wall.on('response', (response) => {
		if (!response.url().includes('/api/')) return;
		// What the page has left cannot be read any more.
		void response.text().then(
			(text) => told.push(text),
			() => undefined
		);
	});
	await wall.reload();
	await expect.poll(() => told.some((text) => text.includes('"cards"'))).toBe(true);
	await (
		await screens.elsewhere(shop.ana)
	).move(number, 'QN', 'OH', {
		hold: { reason: 'other', note: 'Gonzalez is ill' }
	});
	await expect.poll(() => told.some((text) => text.includes('"OH"') && text.includes('"hold"'))).toBe(true);
	expect(told.join('\n') + (await wall.content())).not.toContain('Gonzalez');
	await wall.goto('/work-orders');
	await expect(wall.getByText('Maria Gonzalez')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`axe finds nothing on the screen that waits and on its settings, ${colorScheme}`, async ({
		screens,
		shop
	}) => {
		const screen = await screens.stranger('/display', { colorScheme });
		await screen.locator('[data-code]').waitFor();
		expect(await faultsOf(screen)).toEqual([]);
		const settings = await screens.page(shop.ana, '/settings/displays', { colorScheme });
		expect(await faultsOf(settings)).toEqual([]);
		await pair(settings, await codeOn(screen), 'Front wall');
		await lineOf(settings, 'Front wall').waitFor();
		expect(await faultsOf(settings)).toEqual([]);
		for (const name of ['Pair a screen', 'Change Front wall', 'Revoke Front wall']) {
			await settings.getByRole('button', { name }).click();
			await settings.getByRole('dialog').waitFor();
			expect(await faultsOf(settings)).toEqual([]);
			await settings.keyboard.press('Escape');
			await settings.getByRole('dialog').waitFor({ state: 'detached' });
		}
	});
}
