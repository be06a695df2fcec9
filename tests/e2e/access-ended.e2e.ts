import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { startSession } from '#lib/server/people/sessions.ts';
import { buildContact } from '#tests/support/factories.ts';
import type { BoardPage } from './board-page.ts';
import { expect, test } from './fixtures.ts';
import { LOST, SOON } from './people-page.ts';

/** What stands in place of every page of the shop. */
const notice = (page: Page, words: string) => page.getByRole('alert').filter({ hasText: words });

test('[P3] without access every open page of the shop is covered within two seconds', async ({
	shop,
	screens,
	database,
	app
}) => {
	screens.allow(LOST);
	const job = await shop.job({ columns: { customer_name: 'Maria Gomez' } });
	const contact = await buildContact(database.sql, shop.id, { name: 'Maria Gomez' });
	const cleo = await shop.person('Cleo Park', 'admin');
	const paths = [
		...['/work-orders', '/work-orders/list?all', `/work-orders/${job}`, '/work-orders/999', '/dashboard'],
		...['/contacts', `/contacts/${contact}`, '/contacts/new', '/profile'],
		...['/settings', '/settings/people', '/settings/displays', '/settings/audit']
	];
	const first = await screens.page(cleo, '/contacts');
	const pages = [first];
	for (const path of paths) {
		const page = await first.context().newPage();
		const connected = page.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived'));
		await page.goto(path);
		await page.locator('[data-running]').waitFor({ state: 'attached' });
		await connected;
		pages.push(page);
	}
	const { token } = await startSession(database, shop.ana, 'Test');
	const answer = await fetch(`${app.url}/api/v1/people/${cleo.id}`, {
		method: 'PATCH',
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
		body: JSON.stringify({ mutationId: randomUUID(), active: false })
	});
	expect(answer.ok).toBe(true);
	for (const page of pages) {
		await expect(notice(page, 'Your access to this shop has ended')).toBeVisible(SOON);
		await expect(page.getByRole('link')).toHaveText(['Sign in']);
		await expect(page.locator('body')).not.toContainText(/Maria Gomez|Golden Hour|Cleo Park/);
		expect(await page.title()).not.toContain('Golden Hour');
	}
});

for (const [what, path] of [
	['the board', '/work-orders'],
	['the contacts', '/contacts'],
	['the dashboard', '/dashboard']
] as const)
	test(`[P3] signing out elsewhere covers ${what}, and signing in again leads back there`, async ({
		shop,
		screens,
		app
	}) => {
		screens.allow(LOST);
		await shop.job({ columns: { customer_name: 'Maria Gomez' } });
		const page = await screens.page(shop.ana, path);
		const elsewhere = await page.context().newPage();
		await elsewhere.goto(`${app.url}/profile`);
		await elsewhere.getByRole('button', { name: 'Sign out', exact: true }).click();
		await expect(elsewhere).toHaveURL(/sign-in/);
		await expect(notice(page, 'You are signed out')).toBeVisible();
		await expect(page.locator('body')).not.toContainText('Maria Gomez');
		await page.getByRole('link', { name: 'Sign in' }).click();
		await expect(page).toHaveURL(`${app.url}/sign-in?next=${encodeURIComponent(path)}`);
	});

for (const [what, begin] of [
	['a card in the hand', (board: BoardPage, job: number) => board.pickUp(job)],
	[
		'a job over the board',
		async (board: BoardPage, job: number) => {
			await board.card(job).click();
			await expect(board.page.getByRole('dialog').getByLabel('Title')).toBeVisible();
		}
	]
] as const)
	test(`[P3] ${what} goes with the board`, async ({ shop, screens, app }) => {
		screens.allow(LOST);
		const job = await shop.job({ title: 'Signet ring' });
		const board = await screens.board(shop.ana);
		await begin(board, job);
		const headers = { origin: app.url };
		await board.page.context().request.delete(`${app.url}/api/v1/session`, { headers });
		await expect(notice(board.page, 'You are signed out')).toBeVisible();
		await expect(board.page.locator('body')).not.toContainText('Signet ring');
		await board.page.getByRole('link', { name: 'Sign in' }).click();
		await expect(board.page).toHaveURL(/sign-in/);
	});
