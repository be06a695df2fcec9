import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Deps } from '#lib/server/deps.ts';
import { buildPerson, buildShop, type Person } from '#tests/support/factories.ts';
import { testDatabase, type TestDatabase } from '#tests/support/postgres.ts';
import { testDeps } from '#tests/support/test-deps.ts';
import { mutation } from '#tests/support/test-shop.ts';
import { auditOf } from '#tests/support/audit.ts';
import { addPerson } from './add-person.ts';

const BO = { name: 'Bo', email: 'bo@gold.test', role: 'jeweler', password: 'long enough' } as const;

let database: TestDatabase;
let deps: Deps;
let admin: Person;
beforeAll(async () => {
	database = await testDatabase();
	deps = testDeps(database);
});
afterAll(() => database.close());
beforeEach(async () => {
	admin = await buildPerson(database.sql, await buildShop(database.sql, { name: 'Gold & Co' }));
});

const count = async () => (await database.sql`select 1 from people where shop_id = ${admin.shopId}`).length;

test('[P3] an admin adds a person to the own shop', async () => {
	const added = await addPerson(deps, admin, { ...mutation(), ...BO });
	expect(added).toMatchObject({ name: 'Bo', email: 'bo@gold.test', role: 'jeweler', active: true });
	expect(await auditOf(database.sql, admin.shopId)).toEqual([
		{ by: admin.name, kind: 'person_joined', person: 'Bo', role: 'jeweler' }
	]);
});

test('[P1] a shop that is called as another one’s id is called adds to itself', async () => {
	const rival = await buildPerson(database.sql, await buildShop(database.sql, { name: admin.shopId }));
	await addPerson(deps, admin, { ...mutation(), ...BO });
	expect(await count()).toBe(2);
	expect(await database.sql`select 1 from people where shop_id = ${rival.shopId}`).toHaveLength(1);
});

test('[P3] an e-mail is taken once in a shop', async () => {
	await addPerson(deps, admin, { ...mutation(), ...BO });
	await expect(addPerson(deps, admin, { ...mutation(), ...BO })).rejects.toMatchObject({
		facts: { fields: { email: 'Somebody in this shop has this e-mail already.' } }
	});
});

test.each(['salesperson', 'jeweler', 'viewer'] as const)('[W13] a %s adds nobody', async (role) => {
	const actor = await buildPerson(database.sql, admin.shopId, { role });
	await expect(addPerson(deps, actor, { ...mutation(), ...BO })).rejects.toMatchObject({
		code: 'forbidden'
	});
});

describe('an addition that is sent again', () => {
	test('gets its answer again, and adds nobody', async () => {
		const body = { ...mutation(), ...BO };
		const first = await addPerson(deps, admin, body);
		expect(await addPerson(deps, admin, body)).toEqual(first);
		expect(await count()).toBe(2);
	});

	test('ten times at once adds one', async () => {
		const body = { ...mutation(), ...BO };
		const all = await Promise.all(Array.from({ length: 10 }, () => addPerson(deps, admin, body)));
		expect(new Set(all.map(({ id }) => id)).size).toBe(1);
		expect(await count()).toBe(2);
	});

	test('with another e-mail is refused', async () => {
		const body = { ...mutation(), ...BO };
		await addPerson(deps, admin, body);
		await expect(addPerson(deps, admin, { ...body, email: 'cy@gold.test' })).rejects.toMatchObject({
			code: 'mutation.reused'
		});
	});

	test('[P1] in another shop adds somebody there', async () => {
		const other = await buildPerson(database.sql, await buildShop(database.sql));
		const body = { ...mutation(), ...BO };
		const here = await addPerson(deps, admin, body);
		expect((await addPerson(deps, other, body)).id).not.toBe(here.id);
	});
});
