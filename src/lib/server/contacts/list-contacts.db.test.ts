import { describe, expect, test } from 'vitest';
import type { ListContactsInput } from '#lib/contacts/contact-input.ts';
import { buildContact, buildPerson, buildShop } from '#tests/support/factories.ts';
import { testShop } from '#tests/support/test-shop.ts';
import { listContacts } from './list-contacts.ts';

const shop = testShop();
const build = (contact: Parameters<typeof buildContact>[2]) =>
	buildContact(shop.sql, shop.ana.shopId, contact);
const list = (q: string, more: Omit<ListContactsInput, 'q'> = {}) =>
	listContacts(shop.deps, shop.ana, { q, ...more });
const names = async (q: string, more?: Omit<ListContactsInput, 'q'>) =>
	(await list(q, more)).contacts.map(({ name }) => name);

describe('[L3] contacts are found', () => {
	test('by name, company, e-mail and the digits of the phone number', async () => {
		await build({ name: 'Zoë Park', company: '100% Gold', email: 'zoe@park.test', phone: '+1 (555) 010-77' });
		await build({ name: 'Ben Hall' });
		for (const q of ['zoë', 'gold', 'PARK.TEST', '555-010', '01077', '0% g', '%'])
			expect(await names(q), q).toEqual(['Zoë Park']);
		for (const q of ['_', '999', 'nobody', '\\']) expect(await names(q), q).toEqual([]);
	});

	test('whatever the accents and the case, on either side', async () => {
		await build({ name: 'José Díaz' });
		await build({ name: 'Åse ŽUPAN' });
		for (const q of ['diaz', 'DÍAZ', 'jose di', 'díáz']) expect(await names(q), q).toEqual(['José Díaz']);
		for (const q of ['ase', 'župan', 'Zupan']) expect(await names(q), q).toEqual(['Åse ŽUPAN']);
	});

	test('by several words in any order, all of which must be there', async () => {
		await build({ name: 'Maria José Diaz', company: 'Casa Azul' });
		await build({ name: 'Maria Lopez' });
		expect(await names('diaz azul maria')).toEqual(['Maria José Diaz']);
		expect(await names('maria lope')).toEqual(['Maria Lopez']);
	});

	test('first where a word begins with it, then by name', async () => {
		for (const name of ['Susan Lee', 'Zoe Anders', 'Ana Ruiz']) await build({ name });
		expect(await names('an')).toEqual(['Ana Ruiz', 'Zoe Anders', 'Susan Lee']);
	});

	test('in spite of a typo, when nobody matches, and are told to be close only', async () => {
		await build({ name: 'Maria Gonzalez' });
		await build({ name: 'José Díaz' });
		await build({ name: 'Ben Hall' });
		for (const [typed, meant] of [
			['gonzales', 'Maria Gonzalez'],
			['Mria Gonzalez', 'Maria Gonzalez'],
			['dias', 'José Díaz']
		] as const)
			expect(await list(typed), typed).toMatchObject({ contacts: [{ name: meant }], similar: true });
		expect(await list('gonzalez')).toMatchObject({ contacts: [{ name: 'Maria Gonzalez' }], similar: false });
		expect(await names('hx')).toEqual([]);
	});

	test('by number never in spite of a typo', async () => {
		await build({ name: '555 0123 Studio', phone: '555 0123' });
		expect(await names('555 0124')).toEqual([]);
	});
});

describe('[S4] the list', () => {
	test('tells customers, vendors and archived ones apart', async () => {
		await build({ name: 'Both', roles: ['customer', 'vendor'] });
		await build({ name: 'Customer' });
		await build({ name: 'Gone', archived: true });
		expect(await names('', { role: 'vendor' })).toEqual(['Both']);
		expect(await names('', { archived: 'false' })).toEqual(['Both', 'Customer']);
		expect(await names('')).toEqual(['Both', 'Customer']);
		expect(await names('', { archived: 'true' })).toEqual(['Gone']);
		expect(await names('gome', { archived: 'false' })).toEqual([]);
	});

	test('orders vendors by what they are called: the company', async () => {
		await build({ name: 'Adam', company: 'Zircon Ltd', roles: ['vendor'] });
		await build({ name: 'Zora', company: 'Élan', roles: ['vendor'] });
		await build({ name: 'Moss', roles: ['vendor'] });
		expect(await names('', { role: 'vendor' })).toEqual(['Zora', 'Moss', 'Adam']);
	});

	test.each(['', 'an'])('pages through everybody once, looking for “%s”', async (q) => {
		const everybody = ['Ana', 'Ana', 'Andy', 'Élan', 'Jane', 'Hans', 'Ána'];
		for (const name of everybody) await build({ name });
		const ids: string[] = [];
		let cursor: string | undefined;
		do {
			const page = await list(q, { limit: 2, ...(cursor && { cursor }) });
			ids.push(...page.contacts.map(({ id }) => id));
			cursor = page.next ?? undefined;
		} while (cursor);
		const whole = (await list(q)).contacts.map(({ id }) => id);
		expect(ids).toEqual(whole);
		expect(new Set(ids).size).toBe(everybody.length);
	});

	test('[P1] takes no place that is another shop’s, or nobody’s', async () => {
		const cursor = await buildContact(shop.sql, await buildShop(shop.sql));
		for (const wrong of [cursor, 'nobody'])
			await expect(list('', { cursor: wrong })).rejects.toMatchObject({ code: 'input.invalid' });
	});

	test('[P1] guesses nobody of another shop', async () => {
		await buildContact(shop.sql, await buildShop(shop.sql), { name: 'Maria Gonzalez' });
		expect(await list('gonzales')).toEqual({ contacts: [], next: null, similar: true });
	});

	test('[W13] is for everybody who works here, and for no display', async () => {
		await build({ name: 'Maria' });
		for (const role of ['salesperson', 'jeweler', 'viewer'] as const) {
			const actor = await buildPerson(shop.sql, shop.ana.shopId, { role });
			expect((await listContacts(shop.deps, actor, { q: '' })).contacts).toHaveLength(1);
		}
		const wall = { kind: 'display' as const, shopId: shop.ana.shopId, id: 'wall', name: 'Wall' };
		await expect(listContacts(shop.deps, wall, { q: '' })).rejects.toMatchObject({ code: 'forbidden' });
	});
});
