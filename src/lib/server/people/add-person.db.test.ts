import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildPerson, buildShop, type Person } from '#tests/support/factories.ts';
import { testDatabase, type TestDatabase } from '#tests/support/postgres.ts';
import { mutation } from '#tests/support/test-shop.ts';
import { addPerson } from './add-person.ts';

const BO = { name: 'Bo', email: 'bo@gold.test', role: 'jeweler', password: 'long enough' } as const;

let database: TestDatabase;
let admin: Person;
beforeAll(async () => {
	database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
	admin = await buildPerson(database.sql, await buildShop(database.sql, { name: 'Gold & Co' }));
});

const count = async () => (await database.sql`select 1 from people where shop_id = ${admin.shopId}`).length;

test('[P3] an admin adds a person to the own shop', async () => {
	const added = await addPerson(database, admin, { ...mutation(), ...BO });
	expect(added).toMatchObject({ name: 'Bo', email: 'bo@gold.test', role: 'jeweler', active: true });
});

test('[P1] a shop that is called as another one’s id is called adds to itself', async () => {
	const rival = await buildPerson(database.sql, await buildShop(database.sql, { name: admin.shopId }));
	await addPerson(database, admin, { ...mutation(), ...BO });
	expect(await count()).toBe(2);
	expect(await database.sql`select 1 from people where shop_id = ${rival.shopId}`).toHaveLength(1);
});

test('[P3] an e-mail is taken once in a shop', async () => {
	await addPerson(database, admin, { ...mutation(), ...BO });
	await expect(addPerson(database, admin, { ...mutation(), ...BO })).rejects.toMatchObject({
		facts: { fields: { email: 'Somebody in this shop has this e-mail already.' } }
	});
});

test.each(['salesperson', 'jeweler', 'viewer'] as const)('[W13] a %s adds nobody', async (role) => {
	const actor = await buildPerson(database.sql, admin.shopId, { role });
	await expect(addPerson(database, actor, { ...mutation(), ...BO })).rejects.toMatchObject({
		code: 'forbidden'
	});
});

describe('an addition that is sent again', () => {
	test('gets its answer again, and adds nobody', async () => {
		const body = { ...mutation(), ...BO };
		const first = await addPerson(database, admin, body);
		expect(await addPerson(database, admin, body)).toEqual(first);
		expect(await count()).toBe(2);
	});

	test('ten times at once adds one', async () => {
		const body = { ...mutation(), ...BO };
		const all = await Promise.all(Array.from({ length: 10 }, () => addPerson(database, admin, body)));
		expect(new Set(all.map(({ id }) => id)).size).toBe(1);
		expect(await count()).toBe(2);
	});

	test('with another e-mail is refused', async () => {
		const body = { ...mutation(), ...BO };
		await addPerson(database, admin, body);
		await expect(addPerson(database, admin, { ...body, email: 'cy@gold.test' })).rejects.toMatchObject({
			code: 'mutation.reused'
		});
	});

	test('[P1] in another shop adds somebody there', async () => {
		const other = await buildPerson(database.sql, await buildShop(database.sql));
		const body = { ...mutation(), ...BO };
		const here = await addPerson(database, admin, body);
		expect((await addPerson(database, other, body)).id).not.toBe(here.id);
	});
});
