import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPerson, buildShop, type Person } from '#tests/support/factories.ts';
import { testDatabase, type TestDatabase } from '#tests/support/postgres.ts';
import { listPeople } from './list-people.ts';

let database: TestDatabase;
let admin: Person;
let jeweler: Person;

beforeAll(async () => {
	database = await testDatabase();
	const shopId = await buildShop(database.sql);
	admin = await buildPerson(database.sql, shopId, { name: 'Ana Ruiz' });
	jeweler = await buildPerson(database.sql, shopId, { name: 'Bo', role: 'jeweler', active: false });
	await buildPerson(database.sql, await buildShop(database.sql), { name: 'Elsewhere' });
});
afterAll(() => database.close());

test('[P1] an admin sees the people of the own shop alone, with their e-mails', async () => {
	const { id } = admin;
	expect(await listPeople(database, admin)).toEqual([
		{ id, name: 'Ana Ruiz', initials: 'AR', role: 'admin', active: true, email: `${id}@example.test` },
		expect.objectContaining({ name: 'Bo', role: 'jeweler', active: false })
	]);
});

test('[P3] others see no e-mails', async () => {
	for (const person of await listPeople(database, jeweler)) expect(person).not.toHaveProperty('email');
});

test('[W13] a display sees nobody', async () => {
	const display = { kind: 'display', shopId: admin.shopId, id: 'd', name: 'Wall' } as const;
	await expect(listPeople(database, display)).rejects.toMatchObject({ code: 'forbidden' });
});
