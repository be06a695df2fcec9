import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_AGING } from '#lib/jobs/aging.ts';
import { testDatabase, type TestDatabase } from '#tests/support/postgres.ts';
import { createPerson } from './create-person.ts';
import { createShop } from './create-shop.ts';
import { createFirstShop, shopExists } from './first-shop.ts';

const SHOP = {
	name: 'Gold & Co',
	timeZone: 'Europe/Lisbon',
	email: 'Ana.Ruiz@Gold.test',
	password: 'long enough'
};

let database: TestDatabase;
beforeEach(async () => {
	database = await testDatabase();
});
afterEach(() => database.close());

describe('[P2] the first shop', () => {
	test('comes with its settings and its first admin', async () => {
		expect(await shopExists(database.db)).toBe(false);
		const { shopId, personId } = await createFirstShop(database, SHOP);
		expect(await shopExists(database.db)).toBe(true);
		const [shop] = await database.sql`select name, time_zone, aging, version from shops where id = ${shopId}`;
		expect(shop).toMatchObject({ name: 'Gold & Co', time_zone: 'Europe/Lisbon', aging: DEFAULT_AGING });
		const [admin] = await database.sql`select * from people where shop_id = ${shopId} and id = ${personId}`;
		expect(admin).toMatchObject({
			name: 'Ana Ruiz',
			email: 'ana.ruiz@gold.test',
			role: 'admin',
			active: true
		});
		expect(JSON.stringify(admin)).not.toContain(SHOP.password);
	});

	test('of ten set-ups at once is one, and one alone', async () => {
		const setUps = Array.from({ length: 10 }, () => createFirstShop(database, SHOP));
		const settled = await Promise.allSettled(setUps);
		expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		const refusals = settled.filter((one) => one.status === 'rejected').map(({ reason }) => reason.code);
		expect(new Set(refusals)).toEqual(new Set(['setup.done']));
		expect(await database.sql`select 1 from shops`).toHaveLength(1);
		expect(await database.sql`select 1 from people`).toHaveLength(1);
	});

	test('with wrong input leaves nothing behind, and can be tried again', async () => {
		await expect(
			createFirstShop(database, { ...SHOP, timeZone: 'Nowhere', password: 'short' })
		).rejects.toMatchObject({
			code: 'input.invalid',
			facts: { fields: { timeZone: 'There is no such time zone.', password: 'Use at least 10 characters.' } }
		});
		expect(await shopExists(database.db)).toBe(false);
		await expect(createFirstShop(database, SHOP)).resolves.toBeDefined();
	});
});

describe('[P3] a new person', () => {
	const bo = { name: 'Bo', email: 'bo@gold.test', role: 'jeweler', password: 'long enough' };

	test('joins the shop that is named by id or by name', async () => {
		const { shopId } = await createShop(database.db, SHOP);
		await createPerson(database.db, { ...bo, shop: shopId });
		await createPerson(database.db, { ...bo, shop: 'Gold & Co', email: 'cy@gold.test' });
		const people = await database.sql`select email from people where shop_id = ${shopId} order by email`;
		expect(people.map(({ email }) => email as string)).toEqual([
			'ana.ruiz@gold.test',
			'bo@gold.test',
			'cy@gold.test'
		]);
	});

	test('is refused where the shop, or the e-mail in it, is not clear', async () => {
		const { shopId } = await createShop(database.db, SHOP);
		const add = (shop: string, email = bo.email) => createPerson(database.db, { ...bo, shop, email });
		await expect(add('Nowhere')).rejects.toMatchObject({ facts: { fields: { shop: expect.any(String) } } });
		await expect(add(shopId, 'ANA.RUIZ@gold.test')).rejects.toMatchObject({
			facts: { fields: { email: 'Somebody in this shop has this e-mail already.' } }
		});
		await createShop(database.db, SHOP);
		await expect(add('Gold & Co')).rejects.toMatchObject({
			facts: { fields: { shop: 'Several shops have this name. Use the id.' } }
		});
	});

	test('names every wrong field', async () => {
		await expect(
			createPerson(database.db, { shop: 'x', name: '', email: 'x', role: 'boss', password: 'x' })
		).rejects.toMatchObject({
			code: 'input.invalid',
			facts: {
				fields: {
					name: expect.any(String),
					email: expect.any(String),
					role: expect.any(String),
					password: expect.any(String)
				}
			}
		});
	});
});
