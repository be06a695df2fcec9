import { beforeEach, describe, expect, test } from 'vitest';
import { auditOf } from '#tests/support/audit.ts';
import { buildPerson, buildShop, type Person } from '#tests/support/factories.ts';
import { DAY } from '#tests/support/test-deps.ts';
import { mutation, testShop } from '#tests/support/test-shop.ts';
import { changePerson } from './change-person.ts';
import { invitePerson } from './invite-person.ts';
import { readInvitation } from './read-invitation.ts';
import { makePasswordLink } from './make-password-link.ts';
import { verifyPassword } from './passwords.ts';
import { readPasswordLink, resetPassword } from './reset-password.ts';
import { readSession, startSession } from './sessions.ts';

const shop = testShop();
let bo: Person;
beforeEach(async () => {
	bo = await buildPerson(shop.sql, shop.ana.shopId, { name: 'Bo', role: 'jeweler' });
});

const makeLink = () => makePasswordLink(shop.deps, shop.ana, bo.id);
const NEW = { password: 'a new password', device: 'Firefox on Windows' };
const use = (token: string, more: object = {}) => resetPassword(shop.deps, token, { ...NEW, ...more });
const change = (changes: object) => changePerson(shop.deps, shop.ana, bo.id, { ...mutation(), ...changes });
const opens = async (password: string) => {
	const [row] = await shop.sql<
		{ hash: string }[]
	>`select password_hash as hash from people where id = ${bo.id}`;
	return verifyPassword(row!.hash, password);
};

describe('[P3] a link to a new password', () => {
	test('says whose it is, for two days', async () => {
		const { token, expiresAt } = await makeLink();
		expect(expiresAt).toBe('2026-03-04T10:00:00.000Z');
		const facts = { shop: 'Test shop', name: 'Bo', email: `${bo.id}@example.test` };
		expect(await readPasswordLink(shop.deps, token)).toEqual(facts);
		shop.clock.pass(2 * DAY);
		await expect(readPasswordLink(shop.deps, token)).rejects.toMatchObject({ code: 'link.expired' });
		await expect(use(token)).rejects.toMatchObject({ code: 'link.expired' });
	});

	test('sets it, ends every session of the person, and starts one here', async () => {
		const before = await startSession(shop.deps, bo, 'Desk');
		const anas = await startSession(shop.deps, shop.ana, 'Desk');
		const { token } = await makeLink();
		const session = await use(token);
		expect(await opens(NEW.password)).toBe(true);
		expect(await readSession(shop.deps, before.token)).toBeNull();
		expect(await readSession(shop.deps, anas.token)).not.toBeNull();
		expect((await readSession(shop.deps, session.token))?.actor).toMatchObject({ id: bo.id, ...DEVICE });
		expect(await auditOf(shop.sql, shop.ana.shopId)).toEqual([
			{ by: 'Ana Ruiz', kind: 'password_link_made', person: 'Bo' },
			{ by: 'Bo', kind: 'password_changed', person: 'Bo' }
		]);
	});

	test('works once: of five who use it at once one sets the password', async () => {
		const { token } = await makeLink();
		const tries = Array.from({ length: 5 }, (_, i) => use(token, { password: `password ${i}` }));
		const settled = await Promise.allSettled(tries);
		expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(await opens(`password ${settled.findIndex(({ status }) => status === 'fulfilled')}`)).toBe(true);
		await expect(readPasswordLink(shop.deps, token)).rejects.toMatchObject({ code: 'link.used' });
	});

	test.each([
		['another is made', () => makeLink()],
		['an admin sets a password', () => change({ password: 'set by hand' })],
		['the person loses their access', () => change({ active: false })]
	])('is worth nothing once %s', async (_, act) => {
		const { token } = await makeLink();
		await act();
		await expect(use(token)).rejects.toMatchObject({ code: 'link.not_found' });
		await expect(readPasswordLink(shop.deps, token)).rejects.toMatchObject({ code: 'link.not_found' });
	});

	test('and the loss of the access at once never leave a way in', async () => {
		for (let round = 0; round < 5; round++) {
			await change({ active: true });
			const { token } = await makeLink();
			const [used] = await Promise.allSettled([use(token), change({ active: false })]);
			if (used.status === 'fulfilled') expect(await readSession(shop.deps, used.value.token)).toBeNull();
			const sessions = await shop.sql`select 1 from sessions where person_id = ${bo.id}`;
			expect(sessions).toHaveLength(0);
		}
	});

	test('is made for nobody without access', async () => {
		await change({ active: false });
		await expect(makeLink()).rejects.toMatchObject({ facts: { fields: { active: expect.any(String) } } });
	});

	test('is no invitation, and an invitation is none', async () => {
		const { token } = await makeLink();
		await expect(readInvitation(shop.deps, token)).rejects.toMatchObject({ code: 'link.not_found' });
		const invited = await invitePerson(shop.deps, shop.ana, { name: 'Cy', role: 'viewer' });
		await expect(use(invited.token)).rejects.toMatchObject({ code: 'link.not_found' });
	});

	test('[P1] of another shop’s person is not made', async () => {
		const stranger = await buildPerson(shop.sql, await buildShop(shop.sql));
		await expect(makePasswordLink(shop.deps, stranger, bo.id)).rejects.toMatchObject({ code: 'not_found' });
	});

	test.each(['salesperson', 'jeweler', 'viewer'] as const)('[W13] is not made by a %s', async (role) => {
		const actor = await buildPerson(shop.sql, shop.ana.shopId, { role });
		await expect(makePasswordLink(shop.deps, actor, bo.id)).rejects.toMatchObject({ code: 'forbidden' });
	});
});

const DEVICE = { device: NEW.device };
