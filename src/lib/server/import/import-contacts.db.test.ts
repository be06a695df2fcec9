import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createContact } from '#lib/server/contacts/create-contact.ts';
import { buildContact, buildPerson, buildShop } from '#tests/support/factories.ts';
import { mutation, testShop } from '#tests/support/test-shop.ts';
import { importContacts } from './import-contacts.ts';

const shop = testShop();
const importing = (
	rows: string[],
	{ dryRun = false, header = 'Name,Phone,Roles,Company', actor = shop.ana } = {}
) =>
	importContacts(shop.deps, actor, new TextEncoder().encode([header, ...rows].join('\n')), {
		mappings: [],
		dryRun
	});
const stored = () => shop.sql<{ id: string; name: string }[]>`
	select id, name from contacts where shop_id = ${shop.ana.shopId} order by name`;

describe('importing contacts', () => {
	test('[I8] makes contacts that equal those added by hand', async () => {
		await createContact(shop.deps, shop.ana, {
			...mutation(),
			name: 'Ann',
			phone: '555 100',
			roles: ['customer', 'vendor'],
			company: 'Acme',
			email: ''
		});
		await importing(['Bo,555 200,both,Acme']);
		const rows = await shop.sql`
			select to_jsonb(c) - '{id,name,phone,phone_digits,search,mutation_id}'::text[] as row
			from contacts c where shop_id = ${shop.ana.shopId} order by name`;
		expect(rows[1]).toEqual(rows[0]);
	});

	test('[I1] with one problem writes nothing, and names them all', async () => {
		const report = await importing(['Ann,,,', ',555,,', 'Bo,,friend,', `Cy,${'1'.repeat(51)},,`]);
		expect(report.problems.map(({ line, column }) => [line, column])).toEqual([
			[3, 'Name'],
			[4, 'Roles'],
			[5, 'Phone']
		]);
		expect(await stored()).toEqual([]);
	});

	test('[I2] for a look writes nothing', async () => {
		expect(await importing(['Ann,,,'], { dryRun: true })).toMatchObject({
			outcome: 'checked',
			contacts: [{ line: 2, name: 'Ann' }]
		});
		expect(await stored()).toEqual([]);
	});

	test('[I3] twice is importing once, even of somebody who has been renamed or archived since', async () => {
		await importing(['Ann,555 100 100,,', 'Bo,,vendor,']);
		await shop.sql`update contacts set name = 'Anna', phone = null, archived_at = now() where shop_id = ${shop.ana.shopId} and name = 'Ann'`;
		const again = await importing(['Ann,555 100 100,,', 'Bo,,vendor,', 'Cy,,,']);
		expect(again).toMatchObject({
			there: [
				{ line: 2, as: 'Anna' },
				{ line: 3, as: 'Bo' }
			],
			contacts: [{ line: 4, name: 'Cy' }]
		});
	});

	test('[I4] leaves out who is there, says what it does not keep, and puts rows of one contact together', async () => {
		await buildContact(shop.sql, shop.ana.shopId, { name: 'Ann', phone: '555 100 100' });
		const report = await importing(['Ann,555100100,vendor,Acme', 'Bo,,customer,', 'bo,555 200 200,vendor,']);
		expect(report.there).toEqual([
			{ line: 2, as: 'Ann' },
			{ line: 4, as: 'Bo' }
		]);
		expect(report.warnings.map(({ line, column }) => [line, column])).toEqual([
			[2, 'Roles'],
			[2, 'Company']
		]);
		const [bo] =
			await shop.sql`select roles, phone from contacts where name = 'Bo' and shop_id = ${shop.ana.shopId}`;
		expect(bo).toEqual({ roles: ['customer', 'vendor'], phone: '555 200 200' });
	});

	test('[I9, P1] means the own shop’s contacts alone, and is for admins', async () => {
		await buildContact(shop.sql, await buildShop(shop.sql), { name: 'Ann', phone: '555 100 100' });
		expect((await importing(['Ann,555 100 100,,'])).contacts).toHaveLength(1);
		const bench = await buildPerson(shop.sql, shop.ana.shopId, { role: 'salesperson' });
		await expect(importing(['Bo,,,'], { actor: bench })).rejects.toMatchObject({ code: 'forbidden' });
	});

	test('takes the example as it is', async () => {
		const example = readFileSync('static/import-example-contacts.csv');
		const report = await importContacts(shop.deps, shop.ana, example, { mappings: [], dryRun: false });
		expect(report).toMatchObject({ outcome: 'imported', problems: [], warnings: [], rows: 5 });
		expect(await stored()).toHaveLength(5);
	});
});
