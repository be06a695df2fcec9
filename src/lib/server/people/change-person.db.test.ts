import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildPerson, buildShop, type Person } from '#tests/support/factories.ts';
import { testDatabase, type TestDatabase } from '#tests/support/postgres.ts';
import { changePerson } from './change-person.ts';
import { SESSIONS_CHANNEL } from './session-store.ts';
import { readSession, startSession } from './sessions.ts';

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
			expect((await readSession(database, (await startSession(database, admin, 'x')).token))?.actor).toEqual(
				admin
			);
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
