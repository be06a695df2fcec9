import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { isDrawn, photo } from './files.ts';
import { expect, test } from './fixtures.ts';

const section = (page: Page, name: string): Locator => page.locator(`[data-section="${name}"]`);
const saved = (part: Locator) => expect(part.getByRole('status').last()).toHaveText(/^Saved/);

async function save(part: Locator): Promise<void> {
	await part.getByRole('button', { name: 'Save' }).click();
	await saved(part);
}

/** Two days ago, at noon. */
const twoDaysAgo = () => `${new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10)}T12:00:00.000Z`;

test('[G2] [G6] thresholds are tried on the shop’s own jobs while they are typed, and reach open boards within 2 s', async ({
	shop,
	screens
}) => {
	const job = await shop.job({ status: 'CR', title: 'Signet ring', statusSince: twoDaysAgo() });
	const board = await screens.board(shop.ben);
	const list = await screens.page(shop.ben, '/work-orders/list?all');
	const page = await screens.page(shop.ana, '/settings');
	const aging = section(page, 'aging');
	await expect(aging).toContainText('Every open card says the same as now.');
	await expect(board.card(job)).toContainText('2d');

	await aging.getByLabel('Customer review: Amber from day').fill('1');
	await expect(aging.locator('[data-count="amber"]')).toContainText('1');
	await expect(aging.locator(`[data-job="${job}"]`)).toContainText('2d · slow');
	await expect(aging.getByRole('region', { name: 'With these settings' })).toBeInViewport({ ratio: 0.6 });
	const red = aging.getByLabel('Customer review: Red from day');
	await red.fill('1');
	await expect(red).toHaveAttribute('aria-invalid', 'true');
	await expect(red).toHaveAccessibleDescription('Red must come after amber.');
	await expect(aging).toContainText('Days in Customer review: Red must come after amber.');
	await aging.getByRole('button', { name: 'Save' }).click();
	await expect(red).toBeFocused();
	await red.fill('2');
	await expect(red).not.toHaveAttribute('aria-invalid');
	await expect(aging.locator('[data-count="red"]')).toContainText('1');
	await expect(board.card(job)).not.toContainText('ask the customer');

	await save(aging);
	await expect(board.card(job)).toContainText('2d · ask the customer', { timeout: 2_000 });
	await expect(list.getByRole('row').filter({ hasText: 'Signet ring' })).toContainText('ask the customer', {
		timeout: 2_000
	});
});

test('[G1] a new name and time zone reach an open board, its frame and its days', async ({
	shop,
	screens
}) => {
	// Whatever the hour is, one of these two is a day ahead of the other.
	const job = await shop.job({ status: 'IP', statusSince: new Date(Date.now() - 3_600_000).toISOString() });
	const board = await screens.board(shop.ben);
	const page = await screens.page(shop.ana, '/settings');
	const part = section(page, 'shop');
	const days: (string | null)[] = [];
	for (const zone of ['Pacific/Niue', 'Pacific/Kiritimati']) {
		await part.getByLabel('Time zone').selectOption(zone);
		await part.getByLabel('Name').fill(`Hour of ${zone.slice(8)}`);
		await save(part);
		await expect(board.page.getByRole('link', { name: `Hour of ${zone.slice(8)}` })).toBeVisible({
			timeout: 2_000
		});
		days.push(await board.card(job).textContent());
	}
	await expect(page.locator('header.bar')).toContainText('Hour of Kiritimati');
	const isOther = dayOf('Pacific/Niue') !== dayOf('Pacific/Niue', 3_600_000);
	const isOtherThere = dayOf('Pacific/Kiritimati') !== dayOf('Pacific/Kiritimati', 3_600_000);
	expect(days.map((text) => text?.includes('new'))).toEqual([!isOther, !isOtherThere]);
});

function dayOf(timeZone: string, ago = 0): string {
	return new Date(Date.now() - ago).toLocaleDateString('en-CA', { timeZone });
}

test('[W6] a reason of the shop’s own is offered in the dialog and written into the hold', async ({
	shop,
	screens
}) => {
	const job = await shop.job({ status: 'CR' });
	const board = await screens.board(shop.ben);
	const opened = await screens.page(shop.ben, `/work-orders/${job}`);
	const page = await screens.page(shop.ana, '/settings');
	const part = section(page, 'holdReasons');
	await part.getByRole('button', { name: 'Add a reason' }).click();
	await page.keyboard.type('Signature on the estimate');
	await part.getByLabel('Counts as').selectOption('customer');
	await save(part);

	await expect
		.poll(async () => {
			await opened.getByRole('button', { name: 'Move to…' }).click();
			await opened.getByRole('menuitem', { name: /On hold/ }).click();
			const isOffered = await opened.getByRole('dialog').getByText('Signature on the estimate').isVisible();
			await opened.keyboard.press('Escape');
			return isOffered;
		})
		.toBe(true);
	await board.drag(job, 'OH');
	const dialog = board.page.getByRole('dialog');
	await dialog.getByText('Signature on the estimate').click();
	await dialog.getByLabel('Note').fill('sent on Monday');
	await dialog.getByRole('button', { name: 'Put on hold' }).click();
	await expect(board.cardIn('OH', job)).toContainText(
		'Waiting on customer: Signature on the estimate: sent on Monday'
	);
});

test('[J4] places and choices of the shop’s own take the place of the trade’s, and go again', async ({
	shop,
	screens
}) => {
	const job = await shop.job();
	const page = await screens.page(shop.ana, '/settings');
	const places = section(page, 'locations');
	await places.getByLabel('Locations, one per line').fill('Vault\nWindow 2');
	await save(places);
	const choices = section(page, 'choices');
	await choices.getByLabel('Field').selectOption('finish');
	await choices.getByLabel('Choices for Finish, one per line').fill('Mirror\nMirror');
	await choices.getByRole('button', { name: 'Save' }).click();
	await expect(choices).toContainText('“Mirror”: This is in the list already.');
	await choices.getByLabel('Choices for Finish, one per line').fill('Mirror');
	await save(choices);

	const opened = await screens.page(shop.ben, `/work-orders/${job}`);
	const offered = (label: string) =>
		opened
			.getByLabel(label, { exact: true })
			.evaluate((input: HTMLInputElement) => [...(input.list?.options ?? [])].map(({ value }) => value));
	expect(await offered('Location')).toEqual(['Vault', 'Window 2']);
	await opened.getByText('Piece', { exact: true }).click();
	expect(await offered('Finish')).toEqual(['Mirror']);

	await choices.getByRole('button', { name: 'Back to the usual list' }).click();
	await save(choices);
	await expect.poll(() => offered('Finish')).toContain('High polish');

	const board = await screens.board(shop.ben);
	await board.page.keyboard.press('n');
	const location = board.page.getByRole('dialog').getByLabel('Location');
	expect(
		await location.evaluate((input: HTMLInputElement) =>
			[...(input.list?.options ?? [])].map(({ value }) => value)
		)
	).toEqual(['Vault', 'Window 2']);
});

test('of two admins at once neither loses what was typed: other fields merge, the same one is asked', async ({
	shop,
	screens
}) => {
	const cara = await shop.person('Cara Diaz', 'admin');
	const anas = section(await screens.page(shop.ana, '/settings'), 'shop');
	const cara_ = await screens.page(cara, '/settings');
	const caras = section(cara_, 'shop');
	await anas.getByLabel('Name').fill('Golden Hour by Ana');
	await save(anas);

	await section(cara_, 'aging').getByLabel('Due soon').fill('7');
	await save(section(cara_, 'aging'));
	await expect(caras.getByLabel('Name')).toHaveValue('Golden Hour by Ana');

	await anas.getByLabel('Name').fill('Golden Hour');
	await save(anas);
	await caras.getByLabel('Name').fill('Golden Hour by Cara');
	await caras.getByRole('button', { name: 'Save' }).click();
	const conflict = caras.getByRole('group', { name: 'Name' });
	await expect(conflict).toContainText('Ana Ruiz has saved meanwhile');
	await expect(conflict).toContainText('Golden Hour by Cara');
	await conflict.getByRole('button', { name: 'Keep mine' }).click();
	await save(caras);
	await expect(cara_.getByRole('link', { name: 'Golden Hour by Cara' })).toBeVisible();
});

test('a logo is shown in the frame, and everything is in the audit log', async ({ shop, screens }) => {
	const page = await screens.page(shop.ana, '/settings');
	const logo = page.getByRole('group', { name: 'Logo' });
	const board = await screens.board(shop.ben);
	await logo.getByLabel('Choose a picture').setInputFiles(await photo('logo.jpg'));
	await expect(logo.getByRole('button', { name: 'Remove the logo' })).toBeVisible();
	await isDrawn(page.locator('header.bar img'));
	await isDrawn(board.page.getByRole('link', { name: 'Golden Hour' }).getByRole('img'), 2_000);
	await logo.getByRole('button', { name: 'Remove the logo' }).click();
	await expect(page.locator('header.bar img')).toHaveCount(0);
	const svg = {
		name: 'logo.png',
		mimeType: 'image/png',
		buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
	};
	screens.allow(/status of 415/);
	await logo.getByLabel('Choose a picture').setInputFiles(svg);
	await expect(logo.getByRole('alert')).toContainText('An SVG drawing can carry programs');

	await page.getByRole('link', { name: 'Audit log' }).click();
	const entries = page.getByRole('main').getByRole('listitem');
	await expect(entries).toHaveCount(2);
	await expect(entries.nth(1)).toContainText(
		'Ana Ruiz changed the shop’s settings. Logo: none → a picture of'
	);
	await page.getByLabel('About').selectOption('Deleted jobs');
	await expect(page).toHaveURL('/settings/audit?topic=jobs');
	await expect(page.getByText('Nothing in the log matches.')).toBeVisible();
	await page.getByLabel('About').selectOption('Settings');
	await page.getByLabel('Done by').selectOption('Ana Ruiz');
	await expect(entries).toHaveCount(2);
	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Export as CSV' }).click();
	expect((await download).suggestedFilename()).toMatch(/^audit-log-[\d-]+\.csv$/);
});

test('what is typed and not saved is not left unawares', async ({ shop, screens }) => {
	const page = await screens.page(shop.ana, '/settings');
	await section(page, 'shop').getByLabel('Name').fill('Half a name');
	await page.getByRole('link', { name: 'Contacts' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Stay here' }).click();
	await expect(section(page, 'shop').getByLabel('Name')).toHaveValue('Half a name');
	await page.getByRole('link', { name: 'Contacts' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Leave and lose it' }).click();
	await expect(page).toHaveURL('/contacts');
});

test('[W13] the settings are for admins', async ({ shop, screens }) => {
	screens.allow(/status of 403/);
	const page = await screens.page(shop.ben, '/settings');
	await expect(page.getByText('Your role does not allow this.')).toBeVisible();
	await page.goto('/settings/audit');
	await expect(page.getByText('Your role does not allow this.')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
	for (const viewport of [
		{ width: 1440, height: 900 },
		{ width: 390, height: 844 }
	]) {
		test(`the settings and the log have no accessibility fault, ${colorScheme}, ${viewport.width} px`, async ({
			shop,
			screens
		}) => {
			await shop.job({ status: 'QN' });
			const page = await screens.page(shop.ana, '/settings', {
				colorScheme,
				viewport,
				reducedMotion: 'reduce'
			});
			await section(page, 'holdReasons').getByRole('button', { name: 'Add a reason' }).click();
			await section(page, 'aging').getByLabel('Quote needed: Red from day').fill('1');
			for (const part of ['aging', 'holdReasons'])
				await section(page, part).getByRole('button', { name: 'Save' }).click();
			await section(page, 'aging').getByLabel('Due soon').fill('4');
			expect(await faultsOf(page)).toEqual([]);
			expect(await fits(page)).toBe(true);
			const log = await screens.page(shop.ana, '/settings/audit', { colorScheme, viewport });
			expect(await faultsOf(log)).toEqual([]);
			expect(await fits(log)).toBe(true);
		});
	}
}

/** Nothing below the frame's bar has to be pushed sideways. */
const fits = (page: Page) => page.getByRole('main').evaluate((main) => main.scrollWidth <= main.clientWidth);

async function faultsOf(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	return violations
		.filter(({ tags, impact }) => tags.some((tag) => tag.startsWith('wcag')) || impact === 'serious')
		.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
}
