import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { hashPassword } from '#lib/server/people/passwords.ts';
import { BoardPage } from './board-page.ts';
import { expect, test } from './fixtures.ts';

const PASSWORD = 'loupe-and-bench-7';

/** Whatever has the focus shows it: an outline, or a border that changes with it. */
async function showsFocus(page: Page): Promise<void> {
	const shown = await page.evaluate(() => {
		const focused = document.activeElement;
		if (!focused || focused === document.body) return 'nothing has the focus';
		const outlined = [getComputedStyle(focused), getComputedStyle(focused, '::after')].some(
			({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) > 0
		);
		const isOnScreen = focused.checkVisibility() && focused.getBoundingClientRect().height > 0;
		return outlined && isOnScreen ? '' : `${focused.outerHTML.slice(0, 120)} shows no focus`;
	});
	expect(shown).toBe('');
}

/** Goes forward with Tab until something has the focus; a person sees where they are at each step. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
	for (let steps = 0; steps < 60; steps++) {
		await page.keyboard.press('Tab');
		const label = await page.evaluate(() => {
			const { activeElement: focused } = document;
			const labels = focused && 'labels' in focused ? (focused as HTMLInputElement).labels : null;
			return focused?.ariaLabel ?? labels?.[0]?.textContent.trim() ?? focused?.textContent.trim() ?? '';
		});
		if (name.test(label)) return showsFocus(page);
	}
	throw new Error(`Tab does not reach ${name}`);
}

test('a day’s work without a pointer: signing in, a new job, moves, an edit, an undo, a pick-up, signing out', async ({
	page,
	app,
	shop,
	database: { sql }
}) => {
	const email = `${randomUUID()}@golden.example`;
	await sql`
		update people set email = ${email}, password_hash = ${await hashPassword(PASSWORD)}
		where shop_id = ${shop.id} and id = ${shop.ana.id}`;
	const { keyboard } = page;
	const board = new BoardPage(page);

	await page.goto(`${app.url}/sign-in`);
	await tabTo(page, /E-?mail/i);
	await keyboard.type(email);
	await tabTo(page, /Password/);
	await keyboard.type(PASSWORD);
	await keyboard.press('Enter');
	await board.isLive();

	await keyboard.press('n');
	const form = page.getByRole('dialog', { name: 'New job' });
	await expect(form.getByLabel('Customer')).toBeFocused();
	await showsFocus(page);
	await keyboard.type('Maria Gonzalez');
	await expect(page.getByRole('option', { name: /Maria Gonzalez/ })).toBeVisible();
	await keyboard.press('Enter');
	await tabTo(page, /\+?2 weeks|\+2/);
	await keyboard.press('Enter');
	await tabTo(page, /^Title/);
	await keyboard.type('Signet ring');
	await keyboard.press('Enter');
	await expect(form).toHaveCount(0);
	await expect(board.card(1)).toBeFocused();
	await showsFocus(page);

	await keyboard.press('/');
	await expect(page.getByRole('searchbox')).toBeFocused();
	await showsFocus(page);
	await keyboard.type('signet');
	await board.shows('QN', [1]);
	await keyboard.press('Escape');
	await tabTo(page, /^#000001/);

	await keyboard.press(' ');
	await keyboard.press('ArrowRight');
	await keyboard.press('ArrowRight');
	await board.shows('CR', [1]);
	await keyboard.press(' ');
	await expect.poll(() => shop.history(1)).toEqual(['created', 'moved']);
	await expect(board.card(1)).toBeFocused();
	await showsFocus(page);

	await keyboard.press('u');
	await board.shows('QN', [1]);
	await expect.poll(() => shop.history(1)).toEqual(['created', 'moved', 'undone']);
	await expect(board.card(1)).toBeFocused();

	for (const [from, choice] of [
		['QN', 'In production'],
		['IP', 'Ready for pickup']
	] as const) {
		await board.shows(from, [1]);
		await expect(board.card(1)).toBeFocused();
		await keyboard.press('m');
		await expect(page.getByRole('menuitem').first()).toBeFocused();
		while (
			!(await page
				.getByRole('menuitem', { name: choice })
				.evaluate((item) => item === document.activeElement))
		)
			await keyboard.press('ArrowDown');
		await keyboard.press('Enter');
	}
	await board.shows('RP', [1]);

	await expect(board.card(1)).toBeFocused();
	await keyboard.press('Enter');
	const panel = page.getByRole('dialog', { name: '#000001' });
	await expect(panel.getByRole('heading', { name: 'Signet ring' })).toBeVisible();
	await tabTo(page, /^Location/);
	await keyboard.type('Safe, tray 4');
	await keyboard.press('Tab');
	await expect.poll(() => shop.history(1)).toContain('edited');
	await keyboard.press('Escape');
	await expect(panel).toHaveCount(0);
	await expect(board.card(1)).toBeFocused();

	await keyboard.press('m');
	await expect(page.getByRole('menuitem', { name: 'Picked up' })).toBeFocused();
	await keyboard.press('Enter');
	await expect(page.getByRole('dialog')).toBeVisible();
	await tabTo(page, /^Picked up$/);
	await keyboard.press('Enter');
	await board.shows('RP', []);

	await page.locator('body').press('Shift+Tab');
	await tabTo(page, /^Sign out/);
	await keyboard.press('Enter');
	await expect(page).toHaveURL(/\/sign-in/);
});

test('the question mark lists the keys of each page, wherever no field has the focus', async ({
	shop,
	screens
}) => {
	const job = await shop.job();
	const page = await screens.page(shop.ana, '/work-orders');
	const sheet = page.getByRole('dialog', { name: 'Keyboard' });
	const places = [
		['/work-orders', 'Pick the card up'],
		['/work-orders/list?all', 'Go from job to job'],
		[`/work-orders/${job}`, 'Move to…'],
		['/contacts', 'Search']
	] as const;
	for (const [path, line] of places) {
		await page.goto(path);
		await page.locator('[data-running]').waitFor({ state: 'attached' });
		await page.keyboard.press('?');
		await expect(sheet).toContainText(line);
		await expect(sheet).toContainText('This list');
		await page.keyboard.press('Escape');
		await expect(sheet).toHaveCount(0);
	}
	await page.goto('/work-orders');
	await page.locator('[data-running]').waitFor({ state: 'attached' });
	await page.keyboard.press('/');
	await page.keyboard.press('?');
	await expect(page.getByRole('searchbox')).toHaveValue('?');
	await expect(sheet).toHaveCount(0);
});

test('a job’s page offers its moves by a key, and the list a new job', async ({ shop, screens }) => {
	const job = await shop.job({ status: 'IP' });
	const page = await screens.page(shop.ana, `/work-orders/${job}`);
	await page.keyboard.press('m');
	await expect(page.getByRole('menuitem', { name: 'Ready for pickup' })).toBeFocused();

	await page.goto('/work-orders/list?all');
	await page.locator('[data-running]').waitFor({ state: 'attached' });
	await page.keyboard.press('n');
	await expect(page.getByRole('dialog', { name: 'New job' })).toBeVisible();
});
