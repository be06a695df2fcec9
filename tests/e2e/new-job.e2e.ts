import { expect, test } from './fixtures.ts';

test('a job that is being taken in is not thrown away by a slip of the hand', async ({ shop, screens }) => {
	await shop.job({});
	const board = await screens.board(shop.ana);
	const { page } = board;
	await page.keyboard.press('n');
	const form = page.getByRole('dialog', { name: 'New job' });
	await expect(form).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(form).toHaveCount(0);

	await page.keyboard.press('n');
	await form.getByLabel('Title').fill('Signet ring');
	await page.keyboard.press('Escape');
	const question = page.getByRole('dialog', { name: 'Throw this job away?' });
	await expect(question.getByRole('button', { name: 'Go on with it' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(question).toHaveCount(0);
	await expect(form.getByLabel('Title')).toHaveValue('Signet ring');

	await page.keyboard.press('Escape');
	await question.getByRole('button', { name: 'Throw it away' }).click();
	await expect(form).toHaveCount(0);
});

test('[S4] Enter on a name that nobody has adds a customer of that name', async ({ shop, screens }) => {
	await shop.job({});
	const board = await screens.board(shop.ana);
	await board.page.keyboard.press('n');
	await board.page.getByRole('combobox', { name: 'Customer' }).fill('Wilhelmina Baxter');
	await expect(board.page.getByText('Nothing found')).toBeVisible();
	await board.page.keyboard.press('Enter');
	await expect(board.page.getByRole('group', { name: 'New customer' })).toBeVisible();
});

for (const { name, who } of [
	{ name: 'Maria Gonzalez', who: 'its customer' },
	{ name: 'Wilhelmina Baxter', who: 'a new customer' }
])
	test(`[S4] Enter on a name takes ${who}, also when the answer comes after Tab`, async ({
		shop,
		screens
	}) => {
		await shop.job({ columns: { customer_name: 'Maria Gonzalez' } });
		const { page } = await screens.board(shop.ana);
		const held: (() => Promise<void>)[] = [];
		await page.route('**/api/v1/contacts?*', (route) => void held.push(() => route.continue()));
		await page.keyboard.press('n');
		const form = page.getByRole('dialog', { name: 'New job' });
		const customer = form.getByRole('combobox', { name: 'Customer' });
		await customer.fill(name);
		await page.keyboard.press('Enter');
		await page.keyboard.press('Tab');
		await expect(customer).not.toBeFocused();
		await expect.poll(() => held.length).toBeGreaterThan(0);
		await page.unroute('**/api/v1/contacts?*');
		for (const release of held) await release().catch(() => undefined);

		await form.getByRole('button', { name: '+2 wk' }).click();
		await form.getByLabel('Title').fill('Signet ring');
		await form.getByRole('button', { name: 'Create job' }).click();
		await expect(form).toHaveCount(0);
		const notice = page.locator('[data-sonner-toast]').filter({ hasText: /#\d{6} is taken in\./ });
		await notice.getByRole('button', { name: 'Open' }).click();
		await expect(page.getByRole('dialog').getByRole('heading', { name: 'Signet ring' })).toBeVisible();
	});

test('[J8] whoever deletes a job is back where they opened it, and hears that it is done', async ({
	shop,
	screens
}) => {
	screens.allow(/status of 404/);
	const job = await shop.job({ title: 'Ring' });
	const page = await screens.page(shop.ana, '/work-orders/list?type=custom');
	await page
		.getByRole('link', { name: /Ring|#00000/ })
		.first()
		.click();
	await expect(page.getByRole('link', { name: '← List' })).toBeVisible();
	await page.getByRole('button', { name: 'Delete job…' }).click();
	await expect(page.getByRole('button', { name: 'Keep the job' })).toBeFocused();
	await page.getByRole('button', { name: 'Delete for good' }).click();
	await expect(page).toHaveURL(/list\?type=custom$/);
	await expect(page.getByText(`#${String(job).padStart(6, '0')} is deleted.`)).toBeVisible();
});
