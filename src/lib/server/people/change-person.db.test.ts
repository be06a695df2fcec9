import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Deps } from '#lib/server/deps.ts';
import { buildPerson, buildShop, type Person } from '#tests/support/factories.ts';
import { testDatabase, type TestDatabase } from '#tests/support/postgres.ts';
import { testDeps } from '#tests/support/test-deps.ts';
import { auditOf } from '#tests/support/audit.ts';
import { mutation } from '#tests/support/test-shop.ts';
import { NEWS_CHANNEL } from '#lib/server/feed/shop-news.ts';
import { changePerson as change } from './change-person.ts';
import { SESSIONS_CHANNEL } from './session-store.ts';
import { readSession, startSession } from './sessions.ts';

/** Another change each time. */
const changePerson = (actor: Person, id: string, changes: Changes) =>
	change(deps, actor, id, { ...mutation(), ...changes });
type Changes = Partial<Parameters<typeof change>[3]>;

let database: TestDatabase;
let deps: Deps;
let admin: Person;
let bo: Person;
const heard: string[] = [];

beforeAll(async () => {
	database = await testDatabase();
	deps = testDeps(database);
	for (const channel of [SESSIONS_CHANNEL, NEWS_CHANNEL])
		await database.sql.listen(channel, (payload) => heard.push(payload));
});
afterAll(() => database.close());
beforeEach(async () => {
	const shopId = await buildShop(database.sql);
	admin = await buildPerson(database.sql, shopId);
	bo = await buildPerson(database.sql, shopId, { name: 'Bo', role: 'jeweler' });
});

describe('[P3] an admin', () => {
	test.each([
		{ change: { active: false }, suffix: ':removed' },
		{ change: { password: 'a new password' }, suffix: '' }
	])('who changes $change ends the person’s sessions everywhere', async ({ change, suffix }) => {
		const sessions = [await startSession(database, bo, 'Desk'), await startSession(database, bo, 'Tablet')];
		await changePerson(admin, bo.id, change);
		for (const { token, session } of sessions) {
			expect(await readSession(database, token)).toBeNull();
			await expect.poll(() => heard).toContain(`${bo.shopId}:${session.id}${suffix}`);
		}
	});

	test.each([{ role: 'viewer' as const }, { name: 'Bo Ek' }])(
		'who changes %j signs nobody out, and has every board of the shop read itself anew',
		async (change) => {
			const { token } = await startSession(database, bo, 'Desk');
			expect(await changePerson(admin, bo.id, change)).toMatchObject(change);
			expect((await readSession(database, token))?.actor).toMatchObject(change);
			await expect.poll(() => heard).toContain(JSON.stringify({ kind: 'reload', shop: bo.shopId, rules: 2 }));
		}
	);

	test('who changes nothing is not written down', async () => {
		await changePerson(admin, bo.id, { name: bo.name, role: bo.role });
		expect(await auditOf(database.sql, bo.shopId)).toEqual([]);
	});

	test('is written down with what was there before, a password without it', async () => {
		await changePerson(admin, bo.id, { name: 'Bo Ek', role: 'salesperson' });
		await changePerson(admin, bo.id, { active: false, password: 'a new password' });
		const by = admin.name;
		expect(await auditOf(database.sql, bo.shopId)).toEqual([
			{
				by,
				kind: 'person_changed',
				person: 'Bo',
				changes: [
					{ field: 'Name', before: 'Bo', after: 'Bo Ek' },
					{ field: 'Role', before: 'Jeweler', after: 'Salesperson' }
				]
			},
			{ by, kind: 'password_changed', person: 'Bo Ek' },
			{
				by,
				kind: 'person_changed',
				person: 'Bo Ek',
				changes: [{ field: 'Access', before: 'Active', after: 'Ended' }]
			}
		]);
	});

	test('who gives access back lets the person sign in again, and leaves their old sessions ended', async () => {
		const { token } = await startSession(database, bo, 'Desk');
		await changePerson(admin, bo.id, { active: false });
		await expect(startSession(database, bo, 'Desk')).rejects.toMatchObject({ code: 'credentials.wrong' });
		await changePerson(admin, bo.id, { active: true });
		expect(await readSession(database, token)).toBeNull();
		await expect(startSession(database, bo, 'Desk')).resolves.toBeDefined();
	});

	test.each([{ role: 'viewer' as const }, { active: false }])(
		'who is the last cannot become %j',
		async (change) => {
			await expect(changePerson(admin, admin.id, change)).rejects.toMatchObject({
				code: 'input.invalid'
			});
			expect(
				(await readSession(database, (await startSession(database, admin, 'x')).token))?.actor
			).toMatchObject(admin);
		}
	);

	test.each([
		[{ active: false }, { active: false }],
		[{ role: 'viewer' as const }, { role: 'jeweler' as const }],
		[{ active: false }, { role: 'salesperson' as const }]
	])('and another, of whom one gets %j and one gets %j at once, leave one admin', async (mine, theirs) => {
		const other = await buildPerson(database.sql, admin.shopId, { name: 'Cy' });
		const changes = await Promise.allSettled([
			changePerson(admin, other.id, mine),
			changePerson(other, admin.id, theirs)
		]);
		expect(changes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		const left = await database.sql`
			select 1 from people where shop_id = ${admin.shopId} and role = 'admin' and active`;
		expect(left).toHaveLength(1);
	});

	test('and another who step down together leave one', async () => {
		const other = await buildPerson(database.sql, admin.shopId, { name: 'Cy' });
		const changes = await Promise.allSettled(
			[admin, other].map((person) => changePerson(person, person.id, { role: 'viewer' }))
		);
		expect(changes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	});
});

describe('a change that is sent again', () => {
	test('gets its answer again, and ends no session that has started since', async () => {
		const body = { ...mutation(), password: 'a new password', name: 'Bo Ek' };
		const first = await change(deps, admin, bo.id, body);
		const { token } = await startSession(database, bo, 'Desk');
		expect(await change(deps, admin, bo.id, body)).toEqual(first);
		expect(await readSession(database, token)).not.toBeNull();
	});

	test('takes back nothing that was changed after it', async () => {
		const body = { ...mutation(), role: 'salesperson' as const };
		const first = await change(deps, admin, bo.id, body);
		await changePerson(admin, bo.id, { role: 'viewer' });
		expect(await change(deps, admin, bo.id, body)).toEqual(first);
		expect(await database.sql`select role from people where id = ${bo.id}`).toEqual([{ role: 'viewer' }]);
	});

	test('twice at once is one change', async () => {
		const body = { ...mutation(), role: 'viewer' as const };
		const twice = [change(deps, admin, bo.id, body), change(deps, admin, bo.id, body)];
		const [first, second] = await Promise.all(twice);
		expect(second).toEqual(first);
	});

	test('for another person is refused', async () => {
		const body = { ...mutation(), name: 'X' };
		await change(deps, admin, bo.id, body);
		await expect(change(deps, admin, admin.id, body)).rejects.toMatchObject({ code: 'mutation.reused' });
	});

	test('after it was refused is tried again', async () => {
		const body = { ...mutation(), role: 'viewer' as const };
		await expect(change(deps, admin, admin.id, body)).rejects.toMatchObject({ code: 'input.invalid' });
		await buildPerson(database.sql, admin.shopId);
		expect(await change(deps, admin, admin.id, body)).toMatchObject({ role: 'viewer' });
	});
});

test('[P1] a person of another shop is not found', async () => {
	const stranger = await buildPerson(database.sql, await buildShop(database.sql));
	await expect(changePerson(admin, stranger.id, { name: 'X' })).rejects.toMatchObject({
		code: 'not_found'
	});
});

test.each(['salesperson', 'jeweler', 'viewer'] as const)('[W13] a %s changes nobody', async (role) => {
	const actor = await buildPerson(database.sql, admin.shopId, { role });
	await expect(changePerson(actor, bo.id, { name: 'X' })).rejects.toMatchObject({
		code: 'forbidden'
	});
});
