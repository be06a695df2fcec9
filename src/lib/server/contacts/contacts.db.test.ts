import { describe, expect, test } from 'vitest';
import { buildContact, buildPerson } from '#tests/support/factories.ts';
import { mutation, testShop } from '#tests/support/test-shop.ts';
import { createContact } from './create-contact.ts';
import { listContacts } from './list-contacts.ts';

const shop = testShop();
const build = (contact: Parameters<typeof buildContact>[2]) =>
	buildContact(shop.sql, shop.ana.shopId, contact);
const names = async (q: string, role?: 'customer' | 'vendor') =>
	(await listContacts(shop.deps, shop.ana, { q, role })).map(({ name }) => name);

describe('[S4] contacts', () => {
	test('are made once, whatever arrives twice, and read back', async () => {
		const input = {
			...mutation(),
			name: 'Carl',
			roles: ['vendor' as const, 'vendor' as const],
			email: '',
			phone: '555'
		};
		const made = await Promise.all(
			Array.from({ length: 5 }, () => createContact(shop.deps, shop.ana, input))
		);
		for (const answer of made) expect(answer).toEqual(made[0]);
		expect(made[0]?.contact).toMatchObject({
			name: 'Carl',
			roles: ['vendor'],
			email: null,
			phone: '555',
			archived: false
		});
		expect(await listContacts(shop.deps, shop.ana, { q: '' })).toEqual([made[0]?.contact]);
	});

	test('are found by name, company, e-mail and the digits of the phone number', async () => {
		await build({ name: 'Zoë Park', company: '100% Gold', email: 'zoe@park.test', phone: '+1 (555) 010-77' });
		await build({ name: 'Ben Hall' });
		for (const q of ['zoë', 'gold', 'PARK.TEST', '555-010', '01077', '0% g'])
			expect(await names(q)).toEqual(['Zoë Park']);
		for (const q of ['%', '_', '999', 'nobody'])
			expect(await names(q)).toEqual(q === '%' ? ['Zoë Park'] : []);
	});

	test('are told apart by role; archived ones are left out', async () => {
		await build({ name: 'Both', roles: ['customer', 'vendor'] });
		await build({ name: 'Customer' });
		await build({ name: 'Gone', archived: true });
		expect(await names('', 'vendor')).toEqual(['Both']);
		expect(await names('')).toEqual(['Both', 'Customer']);
	});

	test('[W13] a jeweler may look and not add; a display sees none', async () => {
		await build({ name: 'Maria' });
		const bench = await buildPerson(shop.sql, shop.ana.shopId, { role: 'jeweler' });
		expect(await listContacts(shop.deps, bench, { q: '' })).toHaveLength(1);
		const input = { ...mutation(), name: 'Carl', roles: ['vendor' as const] };
		await expect(createContact(shop.deps, bench, input)).rejects.toMatchObject({ code: 'forbidden' });
		const wall = { kind: 'display' as const, shopId: shop.ana.shopId, id: 'wall', name: 'Wall' };
		await expect(listContacts(shop.deps, wall, { q: '' })).rejects.toMatchObject({ code: 'forbidden' });
	});
});
