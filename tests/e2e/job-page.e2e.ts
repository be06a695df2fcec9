import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** The field of a job's page that goes by a label. */
const field = (page: Page, label: string): Locator => page.getByLabel(label, { exact: true });
const saved = (page: Page) => expect(page.getByText('All changes saved')).toBeVisible();

test('a job opens over its board under its own address, and closes back onto its card', async ({
	shop,
	screens
}) => {
	const job = await shop.job({ title: 'Signet ring' });
	const board = await screens.board(shop.ana);
	await board.page.getByRole('link', { name: 'Custom' }).click();
	await board.card(job).click();
	const panel = board.page.getByRole('dialog');
	await expect(panel.getByRole('heading', { name: 'Signet ring' })).toBeVisible();
	await expect(board.page).toHaveURL(new RegExp(`/work-orders/${job}$`));
	await expect(board.card(job)).toBeVisible();

	await board.page.keyboard.press('Escape');
	await expect(panel).toHaveCount(0);
	await expect(board.page).toHaveURL(/work-orders\?type=custom$/);
	await expect(board.card(job)).toBeFocused();

	await board.page.goForward();
	await expect(panel).toBeVisible();
	await board.page.reload();
	await expect(board.page.getByRole('heading', { name: 'Signet ring' })).toBeVisible();
	await expect(panel).toHaveCount(0);
});

test('[J7] what is typed saves itself, shows on another board, and stands in the history', async ({
	shop,
	screens
}) => {
	const job = await shop.job({ title: 'Ring' });
	const board = await screens.board(shop.ben);
	const page = await screens.page(shop.ana, `/work-orders/${job}`);
	await field(page, 'Title').fill('Signet ring');
	await saved(page);
	await expect(board.card(job)).toContainText('Signet ring');
	await expect(board.card(job)).toContainText('Changed by Ana Ruiz');

	await page.getByText('Metal', { exact: true }).first().click();
	await field(page, 'Karat or fineness').fill('18k · 750');
	await field(page, 'Karat or fineness').blur();
	await field(page, 'Budget').fill('1,250');
	await field(page, 'Budget').blur();
	await expect(field(page, 'Budget')).toHaveValue('1,250.00');
	const entry = page.getByRole('listitem').filter({ hasText: 'Karat or fineness: nothing → 18k · 750' });
	await expect(entry.first()).toContainText('Ana Ruiz');
	await expect(entry.first()).toContainText('Test');
	await expect(page.getByText('Budget: nothing → 1,250.00')).toBeVisible();
	await page.reload();
	await expect(field(page, 'Title')).toHaveValue('Signet ring');
});

test('[J7] two people change different fields, and both stay', async ({ shop, screens }) => {
	const job = await shop.job({ title: 'Ring' });
	const [ana, ben] = [
		await screens.page(shop.ana, `/work-orders/${job}`),
		await screens.page(shop.ben, `/work-orders/${job}`)
	];
	await field(ben, 'Location').pressSequentially('Sa');
	await field(ana, 'Title').fill('Band');
	await saved(ana);
	await expect(field(ben, 'Title')).toHaveValue('Band');
	await field(ben, 'Location').pressSequentially('fe');
	await saved(ben);
	await expect(field(ana, 'Location')).toHaveValue('Safe');
	await expect(field(ben, 'Location')).toHaveValue('Safe');
});

test('[J7] two people change the same field: both values are shown, and somebody chooses', async ({
	shop,
	screens
}) => {
	const job = await shop.job({ title: 'Ring' });
	const [ana, ben] = [
		await screens.page(shop.ana, `/work-orders/${job}`),
		await screens.page(shop.ben, `/work-orders/${job}`)
	];
	/** Ben's save is on its way while Ana's arrives. */
	const clash = async (theirs: string, mine: string) => {
		let open: () => void = () => undefined;
		const gate = new Promise<void>((resolve) => (open = resolve));
		await ben.route(`**/api/v1/jobs/${job}`, async (route) => {
			if (route.request().method() === 'PATCH') await gate;
			await route.continue();
		});
		const isSent = ben.waitForRequest((request) => request.method() === 'PATCH');
		await field(ben, 'Title').fill(mine);
		await field(ben, 'Title').blur();
		await isSent;
		await field(ana, 'Title').fill(theirs);
		await field(ana, 'Title').blur();
		await expect(ben.getByText(`→ ${theirs}`).first()).toBeVisible();
		open();
		await expect(ben.getByText(`Ana Ruiz has changed this meanwhile to “${theirs}”.`)).toBeVisible();
		await expect(field(ben, 'Title')).toHaveValue(mine);
		await ben.unroute(`**/api/v1/jobs/${job}`);
	};
	await clash('Band', 'Bangle');
	await ben.getByRole('button', { name: 'Keep mine' }).click();
	await expect(field(ana, 'Title')).toHaveValue('Bangle');

	await clash('Brooch', 'Buckle');
	await ben.getByRole('button', { name: 'Take theirs' }).click();
	await expect(field(ben, 'Title')).toHaveValue('Brooch');
	await expect(ben.getByRole('button', { name: 'Keep mine' })).toHaveCount(0);
});

test('[C4] what is typed without a network is kept, and saved once it is back', async ({ shop, screens }) => {
	screens.allow(/Failed to load resource|ERR_INTERNET_DISCONNECTED|WebSocket/);
	const job = await shop.job({ title: 'Ring' });
	const page = await screens.page(shop.ana, `/work-orders/${job}`);
	await expect(page.getByRole('button', { name: 'Move to…' })).toBeEnabled();
	await page.context().setOffline(true);
	await field(page, 'Title').fill('Signet ring');
	await field(page, 'Title').blur();
	await expect(page.getByText('Not saved yet')).toBeVisible();
	await expect(field(page, 'Title')).toHaveValue('Signet ring');
	await page.context().setOffline(false);
	await saved(page);
	expect(await shop.history(job)).toEqual(['edited']);
});

test('[W3, W9] the next step is one button, and the board offers to undo it', async ({ shop, screens }) => {
	const job = await shop.job({ status: 'CR' });
	const board = await screens.board(shop.ana);
	await board.card(job).click();
	await board.page.getByRole('button', { name: 'Approved: into production' }).click();
	await expect(board.page.getByRole('button', { name: 'Finished: ready for pickup' })).toBeVisible();
	await expect(board.notice('Undo')).toBeVisible();
	await board.page.keyboard.press('Escape');
	await board.shows('IP', [job]);
});

test('[J8] deleting says what goes, and takes the job off every screen', async ({ shop, screens }) => {
	screens.allow(/status of 404/);
	const job = await shop.job({ title: 'Ring' });
	const board = await screens.board(shop.ben);
	const other = await screens.page(shop.ben, `/work-orders/${job}`);
	await expect(other.getByRole('button', { name: 'Delete job…' })).toHaveCount(0);
	const page = await screens.page(shop.ana, `/work-orders/${job}`);
	await page.getByRole('button', { name: 'Delete job…' }).click();
	await expect(page.getByRole('dialog')).toContainText('gone for good');
	await page.getByRole('button', { name: 'Delete for good' }).click();
	await board.shows('QN', []);
	await expect(other.getByText('Somebody has deleted this job meanwhile.')).toBeVisible();
	expect(await shop.history(job)).toEqual(['deleted']);
	await other.reload();
	await expect(other.getByText('was deleted by Ana Ruiz.')).toBeVisible();
});

test('[W13] a jeweler writes what the bench knows and sees no prices, a viewer only reads', async ({
	shop,
	screens
}) => {
	const job = await shop.job({ title: 'Ring', status: 'IP' });
	const bench = await screens.page(await shop.person('Jun', 'jeweler'), `/work-orders/${job}`);
	await field(bench, 'Location').fill('Bench');
	await saved(bench);
	await expect(field(bench, 'Title')).toHaveCount(0);
	await expect(bench.getByText('Budget')).toHaveCount(0);
	await expect(bench.getByRole('button', { name: 'Change' })).toHaveCount(0);

	const viewer = await screens.page(await shop.person('Vera', 'viewer'), `/work-orders/${job}`);
	await expect(viewer.getByText('Bench', { exact: true })).toBeVisible();
	await expect(viewer.getByRole('textbox')).toHaveCount(0);
	await expect(viewer.getByRole('button', { name: 'Move to…' })).toHaveCount(0);
});

test('[J6] a promised date that has passed is saved, and warns', async ({ shop, screens }) => {
	const job = await shop.job({ status: 'QN' });
	const page = await screens.page(shop.ana, `/work-orders/${job}`);
	await field(page, 'Promised for').fill('2026-01-05');
	await field(page, 'Promised for').blur();
	await expect(page.getByText('This day is over: the job counts as overdue.')).toBeVisible();
	await expect(page.getByText('Promised for: Thu 24 Dec → Mon 5 Jan')).toBeVisible();
});

test('[S1, S2] the contact changes and the job does not, until it is updated on purpose', async ({
	shop,
	screens,
	database: { sql }
}) => {
	const job = await shop.job({ title: 'Ring' });
	const board = await screens.board(shop.ben);
	const [{ id }] = await sql<[{ id: string }]>`
		select customer_id as id from jobs where shop_id = ${shop.id} and number = ${job}`;
	const contact = await screens.page(shop.ana, `/contacts/${id}`);
	await contact.getByLabel('Name', { exact: true }).fill('Maria Ruiz');
	await contact.getByRole('button', { name: 'Save' }).click();
	await expect(contact.getByRole('heading', { name: 'Maria Ruiz' })).toBeVisible();

	const page = await screens.page(shop.ana, `/work-orders/${job}`);
	const customer = page.getByRole('region', { name: 'Customer', exact: true });
	await expect(customer).toContainText('Maria Gonzalez');
	await field(page, 'Title').fill('Band');
	await saved(page);
	await expect(customer).toContainText('Maria Gonzalez');
	await expect(board.card(job)).toContainText('Maria Gonzalez');

	await page.getByRole('button', { name: 'Update from contact' }).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog.getByRole('row').filter({ hasText: 'name' })).toContainText('Maria Ruiz');
	await dialog.getByRole('button', { name: 'Update the job' }).click();
	await expect(customer).toContainText('Maria Ruiz');
	await expect(board.card(job)).toContainText('Maria Ruiz');
	await expect(page.getByText('Updated from the contact')).toBeVisible();
	await page.getByRole('button', { name: 'Update from contact' }).click();
	await expect(dialog).toContainText('There is nothing to update.');
});

test('[S1, J5] another customer and a vendor are chosen, or added, without leaving the page', async ({
	shop,
	screens
}) => {
	const job = await shop.job({ title: 'Ring' });
	const page = await screens.page(shop.ana, `/work-orders/${job}`);
	const customer = page.getByRole('region', { name: 'Customer', exact: true });
	await customer.getByRole('button', { name: 'Change' }).click();
	await page.getByRole('combobox', { name: 'Customer' }).fill('Pavel Novak');
	await page.getByRole('option', { name: 'Add “Pavel Novak”' }).click();
	await page.getByLabel('Phone', { exact: true }).first().fill('555 0142');
	await page.getByRole('button', { name: 'Take this customer' }).click();
	await expect(customer).toContainText('Pavel Novak');
	await expect(customer).toContainText('555 0142');

	await page.getByRole('button', { name: 'Choose' }).click();
	await page.getByRole('combobox', { name: 'Vendor' }).fill('Castwell');
	await page.getByRole('option', { name: 'Add “Castwell”' }).click();
	await page.getByRole('button', { name: 'Take this vendor' }).click();
	await expect(page.getByRole('button', { name: 'Ask Castwell for a quote' })).toBeVisible();
	await expect(page.getByText('Vendor: nothing → Castwell')).toBeVisible();
});

test('[J7] the browser’s Back over the panel loses nothing of what was typed', async ({ shop, screens }) => {
	screens.allow(/Failed to load resource|ERR_INTERNET_DISCONNECTED|WebSocket/);
	const job = await shop.job({ title: 'Ring' });
	const board = await screens.board(shop.ana);
	const panel = board.page.getByRole('dialog');
	await board.card(job).click();
	await field(board.page, 'Title').fill('Band');
	await board.page.goBack();
	await expect(panel).toHaveCount(0);
	await expect(board.card(job)).toContainText('Band');

	await board.card(job).click();
	await expect(field(board.page, 'Title')).toHaveValue('Band');
	await board.page.context().setOffline(true);
	await field(board.page, 'Title').fill('Bangle');
	await board.page.goBack();
	await expect(board.notice('is saved. What you typed is kept')).toBeVisible();
	await board.page.context().setOffline(false);
	await expect(board.card(job)).toContainText('Bangle');
});
