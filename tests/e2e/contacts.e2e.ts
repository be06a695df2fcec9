import type { Page } from '@playwright/test';
import { expect, test } from './contact-fixtures.ts';
import { faultsOf } from './faults.ts';

const PHONE = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } };
const row = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const save = (page: Page) => page.getByRole('button', { name: 'Save' }).click();

test('[S4] a contact is added, found by the digits of its phone number, and edited', async ({
	shop,
	screens
}) => {
	const page = await screens.page(shop.ben, '/contacts');
	await expect(page.getByText('No contacts yet')).toBeVisible();
	await page.getByRole('main').getByRole('link', { name: 'New contact' }).first().click();

	await page.getByRole('textbox', { name: 'Name' }).fill('José Díaz');
	await page.getByLabel('Phone').fill('+1 (212) 555-0114');
	await page.getByLabel('E-mail').fill('jose');
	await page.getByRole('button', { name: 'Add contact' }).click();
	await expect(page.getByText('This is not an e-mail address.')).toBeVisible();
	await expect(page.getByLabel('E-mail')).toBeFocused();
	await expect(page.getByLabel('Phone')).toHaveValue('+1 (212) 555-0114');
	await page.getByLabel('E-mail').fill('jose@diaz.test');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'José Díaz' })).toBeVisible();

	await page.getByRole('link', { name: '← Contacts' }).click();
	const search = page.getByRole('searchbox');
	for (const typed of ['2125550', 'diaz', 'JOSE@', 'díza jose']) {
		await search.fill(typed);
		await expect(page).toHaveURL(`/contacts?${new URLSearchParams({ q: typed })}`);
		await expect(row(page, 'José Díaz')).toBeVisible();
	}
	await expect(page.getByText('These come close')).toBeVisible();
	await search.fill('nobody at all');
	await expect(page.getByRole('main').locator('.title', { hasText: 'Nobody matches' })).toBeVisible();
	await search.fill('');
	await row(page, 'José Díaz').click();

	await page.getByLabel('Vendor').check();
	await page.getByLabel('Company').fill('Casa Azul');
	await save(page);
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();
	await page.goto('/contacts?role=vendor');
	await expect(row(page, 'Casa Azul')).toBeVisible();
});

test('[S4] the search for the same person ends with the form that asked for it', async ({
	shop,
	screens
}) => {
	const page = await screens.page(shop.ben, '/contacts/new');
	const searches: string[] = [];
	page.on('request', (request) => {
		if (new URL(request.url()).searchParams.has('q')) searches.push(request.url());
	});
	await page.clock.install();
	await page.clock.pauseAt(Date.now() + 1_000);
	await page.getByRole('textbox', { name: 'Name' }).fill('José Díaz');
	await page.getByLabel('Phone').fill('+1 (212) 555-0114');
	await page.getByRole('button', { name: 'Add contact' }).click();
	await expect(page.getByRole('heading', { name: 'José Díaz' })).toBeVisible();
	// The pause in the typing, after which it would have been asked for.
	await page.clock.runFor(1_000);
	expect(searches).toEqual([]);
});

test('[L1] the list answers its address without the program', async ({ shop, screens, contact }) => {
	for (let i = 10; i < 62; i++) await contact({ name: `Maria ${i}` });
	await contact({ name: 'Castwell', roles: ['vendor'] });
	const page = await screens.page(shop.ana, '/contacts?q=maria', { javaScriptEnabled: false });
	await expect(row(page, 'Maria 10')).toBeVisible();
	await page.getByRole('link', { name: 'Next page' }).click();
	await expect(row(page, 'Maria 61')).toBeVisible();
	await expect(row(page, 'Maria 10')).toHaveCount(0);
	await page.getByRole('link', { name: 'First page' }).click();

	await page.getByRole('searchbox').fill('castwell');
	await page.getByRole('button', { name: 'Search' }).click();
	await expect(page).toHaveURL('/contacts?q=castwell');
	await expect(row(page, 'Castwell')).toBeVisible();
	await page.getByRole('link', { name: 'Customers' }).click();
	await expect(page.getByRole('main').locator('.title', { hasText: 'Nobody matches' })).toBeVisible();
});

test('[S4] of two people who save one field, the second is shown both values and chooses', async ({
	shop,
	screens,
	contact
}) => {
	const id = await contact({ name: 'Maria', phone: '555 0100' });
	const ana = await screens.page(shop.ana, `/contacts/${id}`);
	const ben = await screens.page(shop.ben, `/contacts/${id}`, PHONE);
	await ana.getByLabel('Phone').fill('555 0111');
	await ana.getByLabel('Address').fill('1 Abbey Lane');
	await save(ana);
	await expect(ana.getByText('Saved', { exact: true })).toBeVisible();

	await ben.getByLabel('Phone').fill('555 0122');
	await ben.getByLabel('Notes').fill('Rings twice');
	await save(ben);
	const conflict = ben.getByRole('group', { name: 'Phone' });
	await expect(conflict).toContainText('555 0111');
	await expect(conflict).toContainText('555 0122');
	await expect(ben.getByLabel('Address')).toHaveValue('1 Abbey Lane');
	await expect(conflict.getByRole('button').first()).toBeFocused();
	await save(ben);
	await expect(ben.getByText('Choose first')).toBeVisible();

	await conflict.getByRole('button', { name: 'Keep mine' }).click();
	await save(ben);
	await expect(ben.getByText('Saved', { exact: true })).toBeVisible();
	await ana.reload();
	await expect(ana.getByLabel('Phone')).toHaveValue('555 0122');
	await expect(ana.getByLabel('Notes')).toHaveValue('Rings twice');
	await expect(ana.getByLabel('Address')).toHaveValue('1 Abbey Lane');
});

test('nothing that was typed is lost without the server, nor by leaving without a word', async ({
	shop,
	screens,
	contact
}) => {
	screens.allow(/ERR_INTERNET_DISCONNECTED/);
	const page = await screens.page(shop.ana, `/contacts/${await contact()}`);
	await page.getByLabel('Notes').fill('Rings twice');
	await page.context().setOffline(true);
	await save(page);
	await expect(page.getByText('could not be reached')).toBeVisible();
	await expect(page.getByLabel('Notes')).toHaveValue('Rings twice');
	await page.context().setOffline(false);

	const back = page.getByRole('link', { name: '← Contacts' });
	const asked = page.getByRole('dialog', { name: 'What you typed is not saved' });
	await back.click();
	await asked.getByRole('button', { name: 'Stay here' }).click();
	await expect(page.getByLabel('Notes')).toHaveValue('Rings twice');
	await save(page);
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();
	await page.getByLabel('Notes').fill('Rings thrice');
	await back.click();
	await asked.getByRole('button', { name: 'Leave and lose it' }).click();
	await expect(page).toHaveURL(/\/contacts$/);
});

test('[S4] a contact that jobs name is archived and brought back; another one is deleted', async ({
	shop,
	screens,
	contact
}) => {
	const vendor = await contact({ name: 'Castwell', roles: ['vendor'] });
	const job = await shop.job({ status: 'AVQ', vendorId: vendor, title: 'Signet ring' });
	const page = await screens.page(shop.ana, `/contacts/${vendor}`);
	await expect(page.getByText('A job names them')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Delete' })).toHaveCount(0);
	await expect(page.getByRole('link', { name: 'Signet ring' })).toHaveAttribute(
		'href',
		`/work-orders/${job}`
	);

	await page.getByRole('button', { name: 'Archive' }).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog).toContainText('The open job that names them keeps them.');
	await dialog.getByRole('button', { name: 'Archive' }).click();
	await expect(page.getByText('Archived: cannot be chosen for a job.')).toBeVisible();
	await page.goto('/contacts?q=castwell');
	await expect(page.getByRole('main').locator('.title', { hasText: 'Nobody matches' })).toBeVisible();
	await page.getByRole('link', { name: 'Archived' }).click();
	await row(page, 'Castwell').click();
	await page.getByRole('button', { name: 'Bring back' }).click();
	await expect(page.getByText('Archived: cannot be chosen for a job.')).toHaveCount(0);

	await page.goto(`/contacts/${await contact({ name: 'Zed' })}`);
	await page.getByRole('button', { name: 'Delete' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
	await expect(page.getByText('Zed is deleted')).toBeVisible();
	await expect(page).toHaveURL('/contacts');
	await expect(row(page, 'Zed')).toHaveCount(0);
});

test('[S4] everything is done with the keyboard alone', async ({ shop, screens, contact }) => {
	await contact({ name: 'Ana Maria' });
	await contact({ name: 'Ben Hall' });
	const page = await screens.page(shop.ana, '/contacts');
	await expect(row(page, 'Ben Hall')).toBeVisible();
	await expect(async () => {
		await page.keyboard.press('/');
		await expect(page.getByRole('searchbox')).toBeFocused({ timeout: 500 });
	}).toPass();
	await page.keyboard.type('ben');
	await expect(row(page, 'Ana Maria')).toHaveCount(0);
	await expect(page.getByRole('searchbox')).toBeFocused();
	await tabTo(page, 'Ben Hall');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Ben Hall' })).toBeVisible();

	await page.getByRole('textbox', { name: 'Name' }).focus();
	await page.keyboard.press('End');
	await page.keyboard.type('er');
	await page.keyboard.press('Enter');
	await expect(page.getByText('Saved', { exact: true })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Ben Haller' })).toBeVisible();
	await tabTo(page, 'Archive');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('button', { name: 'Archive' })).toBeFocused();
});

test('[S4, G6] a contact is one tap from a call or a letter, and their jobs say how late they are', async ({
	shop,
	screens,
	contact
}) => {
	const id = await contact({ name: 'Maria Gonzalez', phone: '(555) 0100', email: 'maria@x.test' });
	const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
	await shop.job({ status: 'IP', promisedOn: yesterday, columns: { customer_id: id } });
	const page = await screens.page(shop.ana, `/contacts/${id}`);
	await expect(page.getByRole('link', { name: 'Call (555) 0100' })).toHaveAttribute('href', 'tel:5550100');
	const letter = page.getByRole('link', { name: 'Write to maria@x.test' });
	await expect(letter).toHaveAttribute('href', 'mailto:maria@x.test');
	await expect(page.getByRole('region', { name: 'Jobs' })).toContainText('1d overdue');
});

test('[W13] a jeweler looks and changes nothing', async ({ shop, screens, contact }) => {
	const jun = await shop.person('Jun Watanabe', 'jeweler');
	const id = await contact({ name: 'Maria Gonzalez', phone: '555 0100' });
	const page = await screens.page(jun, '/contacts');
	await expect(page.getByRole('link', { name: 'New contact' })).toHaveCount(0);
	await row(page, 'Maria Gonzalez').click();
	await expect(page).toHaveURL(`/contacts/${id}`);
	await expect(page.getByRole('link', { name: '555 0100' })).toHaveAttribute('href', 'tel:5550100');
	await expect(page.getByRole('textbox')).toHaveCount(0);
	await expect(page.getByText('No jobs yet')).toBeVisible();
});

test('[P1] a contact that is not there, or is another shop’s, is not found', async ({ shop, screens }) => {
	screens.allow(/status of 404/);
	const page = await screens.page(shop.ana, '/contacts/nobody');
	await expect(page.getByText('There is no such contact in this shop.')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`the list and the form have no accessibility fault, ${colorScheme}`, async ({
		shop,
		screens,
		contact
	}) => {
		const id = await contact({ name: 'Maria', company: 'Casa', phone: '555 0100', email: 'm@x.test' });
		await contact({ name: 'Castwell', roles: ['vendor', 'customer'] });
		const list = await screens.page(shop.ana, '/contacts', { colorScheme });
		expect(await faultsOf(list)).toEqual([]);
		const empty = await screens.page(shop.ana, '/contacts?q=xyz', { colorScheme, ...PHONE });
		expect(await faultsOf(empty)).toEqual([]);

		const form = await screens.page(shop.ana, `/contacts/${id}`, { colorScheme, reducedMotion: 'reduce' });
		const other = await screens.page(shop.ben, `/contacts/${id}`);
		await other.getByLabel('Company').fill('Casa Azul');
		await save(other);
		await expect(other.getByText('Saved', { exact: true })).toBeVisible();
		await form.getByLabel('Company').fill('Casa Roja');
		await save(form);
		await expect(form.getByRole('group', { name: 'Company' })).toBeVisible();
		expect(await faultsOf(form)).toEqual([]);
		await form.getByRole('button', { name: 'Take theirs' }).click();
		await form.getByRole('textbox', { name: 'Name' }).fill('');
		await save(form);
		await expect(form.getByText('A name is needed.')).toBeVisible();
		expect(await faultsOf(form)).toEqual([]);
		await form.getByRole('button', { name: 'Archive' }).click();
		await form.getByRole('dialog').waitFor();
		expect(await faultsOf(form)).toEqual([]);
	});
}

/** Goes on with the Tab key to what is called so. */
async function tabTo(page: Page, name: string): Promise<void> {
	const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
	for (let presses = 0; presses < 40 && (await focused()) !== name; presses++)
		await page.keyboard.press('Tab');
	expect(await focused()).toBe(name);
}
