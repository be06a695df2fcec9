import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildPerson, buildShop, type Person } from '#tests/support/factories.ts';
import { testDatabase, type TestDatabase } from '#tests/support/postgres.ts';
import { mutation } from '#tests/support/test-shop.ts';
import { changePerson as change } from './change-person.ts';
import { SESSIONS_CHANNEL } from './session-store.ts';
import { readSession, startSession } from './sessions.ts';

/** Another change each time. */
const changePerson = (deps: TestDatabase, actor: Person, id: string, changes: Changes) =>
	change(deps, actor, id, { ...mutation(), ...changes });
type Changes = Partial<Parameters<typeof change>[3]>;

let database: TestDatabase;
let admin: Person;
let bo: Person;
const heard: string[] = [];

beforeAll(async () => {
	database = await testDatabase();
	await database.sql.listen(SESSIONS_CHANNEL, (payload) => heard.push(payload));
});
afterAll(() => database.close());
beforeEach(async () => {
	const shopId = await buildShop(database.sql);
	admin = await buildPerson(database.sql, shopId);
	bo = await buildPerson(database.sql, shopId, { name: 'Bo', role: 'jeweler' });
});

describe('[P3] an admin', () => {
	test.each([{ role: 'viewer' as const }, { active: false }, { password: 'a new password' }])(
		'who changes %j ends the person’s sessions everywhere',
		async (change) => {
			const sessions = [await startSession(database, bo, 'Desk'), await startSession(database, bo, 'Tablet')];
			await changePerson(database, admin, bo.id, change);
			for (const { token, session } of sessions) {
				expect(await readSession(database, token)).toBeNull();
				await expect.poll(() => heard).toContain(`${bo.shopId}:${session.id}`);
			}
		}
	);

	test('who changes a name ends nothing', async () => {
		const { token } = await startSession(database, bo, 'Desk');
		expect(await changePerson(database, admin, bo.id, { name: 'Bo Ek' })).toMatchObject({ initials: 'BE' });
		expect((await readSession(database, token))?.actor.name).toBe('Bo Ek');
	});

	test.each([{ role: 'viewer' as const }, { active: false }])(
		'who is the last cannot become %j',
		async (change) => {
			await expect(changePerson(database, admin, admin.id, change)).rejects.toMatchObject({
				code: 'input.invalid'
			});
			expect(
				(await readSession(database, (await startSession(database, admin, 'x')).token))?.actor
			).toMatchObject(admin);
		}
	);

	test('and another who remove each other at once leave one of them', async () => {
		const other = await buildPerson(database.sql, admin.shopId, { name: 'Cy' });
		const removals = await Promise.allSettled([
			changePerson(database, admin, other.id, { active: false }),
			changePerson(database, other, admin.id, { active: false })
		]);
		expect(removals.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	});
});

describe('a change that is sent again', () => {
	test('gets its answer again, and ends no session that has started since', async () => {
		const body = { ...mutation(), password: 'a new password', name: 'Bo Ek' };
		const first = await change(database, admin, bo.id, body);
		const { token } = await startSession(database, bo, 'Desk');
		expect(await change(database, admin, bo.id, body)).toEqual(first);
		expect(await readSession(database, token)).not.toBeNull();
	});

	test('takes back nothing that was changed after it', async () => {
		const body = { ...mutation(), role: 'salesperson' as const };
		const first = await change(database, admin, bo.id, body);
		await changePerson(database, admin, bo.id, { role: 'viewer' });
		expect(await change(database, admin, bo.id, body)).toEqual(first);
		expect(await database.sql`select role from people where id = ${bo.id}`).toEqual([{ role: 'viewer' }]);
	});

	test('twice at once is one change', async () => {
		const body = { ...mutation(), role: 'viewer' as const };
		const twice = [change(database, admin, bo.id, body), change(database, admin, bo.id, body)];
		const [first, second] = await Promise.all(twice);
		expect(second).toEqual(first);
	});

	test('for another person is refused', async () => {
		const body = { ...mutation(), name: 'X' };
		await change(database, admin, bo.id, body);
		await expect(change(database, admin, admin.id, body)).rejects.toMatchObject({ code: 'mutation.reused' });
	});

	test('after it was refused is tried again', async () => {
		const body = { ...mutation(), role: 'viewer' as const };
		await expect(change(database, admin, admin.id, body)).rejects.toMatchObject({ code: 'input.invalid' });
		await buildPerson(database.sql, admin.shopId);
		expect(await change(database, admin, admin.id, body)).toMatchObject({ role: 'viewer' });
	});
});

test('[P1] a person of another shop is not found', async () => {
	const stranger = await buildPerson(database.sql, await buildShop(database.sql));
	await expect(changePerson(database, admin, stranger.id, { name: 'X' })).rejects.toMatchObject({
		code: 'not_found'
	});
});

test.each(['salesperson', 'jeweler', 'viewer'] as const)('[W13] a %s changes nobody', async (role) => {
	const actor = await buildPerson(database.sql, admin.shopId, { role });
	await expect(changePerson(database, actor, bo.id, { name: 'X' })).rejects.toMatchObject({
		code: 'forbidden'
	});
});
