import { describe, expect, test } from 'vitest';
import { buildPerson, buildShop } from '#tests/support/factories.ts';
import { mutation, testShop } from '#tests/support/test-shop.ts';
import { changeContact } from './change-contact.ts';
import { createContact } from './create-contact.ts';
import { listContacts } from './list-contacts.ts';

const shop = testShop();
const carl = (more: object = {}) => ({ ...mutation(), name: 'Carl', roles: ['vendor' as const], ...more });

describe('[S4] adding a contact', () => {
	test('happens once, however often it arrives at once', async () => {
		const input = carl({ email: '', phone: '555' });
		const made = await Promise.all(
			Array.from({ length: 5 }, () => createContact(shop.deps, shop.ana, input))
		);
		for (const answer of made) expect(answer).toEqual(made[0]);
		expect(made[0]?.contact).toMatchObject({
			version: 1,
			name: 'Carl',
			roles: ['vendor'],
			email: null,
			phone: '555',
			archived: false
		});
		const { contacts } = await listContacts(shop.deps, shop.ana, { q: '' });
		expect(contacts).toEqual([made[0]?.contact]);
	});

	test('is answered as it was, whatever has become of the contact since', async () => {
		const input = carl();
		const first = await createContact(shop.deps, shop.ana, input);
		await changeContact(shop.deps, shop.ana, first.contact.id, { ...mutation(), name: 'Karl' });
		expect(await createContact(shop.deps, shop.ana, input)).toEqual(first);
	});

	test('is refused under the id of another request, or of another person', async () => {
		const input = carl();
		const { contact } = await createContact(shop.deps, shop.ana, input);
		const reused = { code: 'mutation.reused' };
		const other = { ...input, name: 'Dora' };
		await expect(createContact(shop.deps, shop.ana, other)).rejects.toMatchObject(reused);
		const ben = await buildPerson(shop.sql, shop.ana.shopId, { name: 'Ben' });
		await expect(createContact(shop.deps, ben, input)).rejects.toMatchObject(reused);
		const change = { ...mutation(), name: 'Karl' };
		await changeContact(shop.deps, shop.ana, contact.id, change);
		await expect(createContact(shop.deps, shop.ana, carl(change))).rejects.toMatchObject(reused);
		expect((await listContacts(shop.deps, shop.ana, { q: '' })).contacts).toHaveLength(1);
	});

	test('[P1] in another shop has nothing to do with it, even under the same id', async () => {
		const eve = await buildPerson(shop.sql, await buildShop(shop.sql));
		const input = carl();
		const here = await createContact(shop.deps, shop.ana, input);
		const there = await createContact(shop.deps, eve, input);
		expect(there.contact.id).not.toBe(here.contact.id);
	});

	test.each(['jeweler', 'viewer'] as const)('[W13] is not for a %s', async (role) => {
		const actor = await buildPerson(shop.sql, shop.ana.shopId, { role });
		await expect(createContact(shop.deps, actor, carl())).rejects.toMatchObject({ code: 'forbidden' });
	});
});
