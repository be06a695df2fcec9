import { expect, test } from './contact-fixtures.ts';

test('a new customer in the New job dialog takes more than a name, and hears of somebody with the number', async ({
	shop,
	screens,
	contact,
	database
}) => {
	await contact({ name: 'Maria Gonzalez', phone: '+1 212 555 0114' });
	const board = await screens.board(shop.ana);
	await board.page.keyboard.press('n');
	const dialog = board.page.getByRole('dialog');
	await dialog.getByRole('combobox', { name: 'Customer' }).fill('Zoe Klein');
	await board.page.getByRole('option', { name: 'Add “Zoe Klein”' }).click();
	await dialog.getByLabel('Phone').fill('212-555-0114');
	await expect(dialog.getByText('Maria Gonzalez has this number already.')).toBeVisible();
	await dialog.getByRole('button', { name: 'Company, e-mail' }).click();
	await expect(dialog.getByLabel('Company')).toBeFocused();
	await dialog.getByLabel('Company').fill('Klein & Co');
	await dialog.getByLabel('E-mail').fill('zoe');
	await dialog.getByLabel('Does not pay sales tax').check();
	await dialog.getByLabel('Certificate number').fill('EX-1');
	await dialog.getByRole('button', { name: '+1 wk' }).click();
	await dialog.getByRole('button', { name: 'Create job' }).click();
	await expect(dialog.getByText('This is not an e-mail address.')).toBeVisible();
	await expect(dialog.getByLabel('Company')).toHaveValue('Klein & Co');
	await dialog.getByLabel('E-mail').fill('zoe@klein.test');
	await dialog.getByRole('button', { name: 'Create job' }).click();
	await expect(dialog).toHaveCount(0);

	const [job] = await database.sql`
		select customer_name, customer_company, customer_email, customer_tax_number from jobs where shop_id = ${shop.id}`;
	expect(job).toEqual({
		customer_name: 'Zoe Klein',
		customer_company: 'Klein & Co',
		customer_email: 'zoe@klein.test',
		customer_tax_number: 'EX-1'
	});
});

test('whoever has the number is taken instead with one press', async ({ shop, screens, contact }) => {
	await contact({ name: 'Maria Gonzalez', phone: '+1 212 555 0114' });
	const board = await screens.board(shop.ana);
	await board.page.keyboard.press('n');
	const dialog = board.page.getByRole('dialog');
	await dialog.getByRole('combobox', { name: 'Customer' }).fill('Maria G');
	await board.page.getByRole('option', { name: 'Add “Maria G”' }).click();
	await dialog.getByLabel('Phone').fill('5550114');
	await dialog.getByRole('button', { name: 'Use Maria Gonzalez instead' }).click();
	await expect(dialog.getByRole('combobox', { name: 'Customer' })).toHaveValue('Maria Gonzalez');
});
