import { beforeEach, describe, expect, test } from 'vitest';
import { auditOf } from '#tests/support/audit.ts';
import { buildJob, buildPerson, buildShop, type Person } from '#tests/support/factories.ts';
import { mutation, testShop } from '#tests/support/test-shop.ts';
import { ATTEMPTS } from './attempts.ts';
import { changePassword } from './change-password.ts';
import { changeProfile } from './change-profile.ts';
import { makePasswordLink } from './make-password-link.ts';
import { endOtherSessions, endOwnSession, listSessions } from './own-sessions.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { readTeam } from './read-team.ts';
import { readPasswordLink } from './reset-password.ts';
import { noteSeen } from './session-store.ts';
import { readSession, startSession } from './sessions.ts';

const shop = testShop();
const PASSWORD = 'the one of before';
let bo: Person;
beforeEach(async () => {
	bo = await buildPerson(shop.sql, shop.ana.shopId, { name: 'Bo', role: 'jeweler' });
	await shop.sql`update people set password_hash = ${await hashPassword(PASSWORD)} where id = ${bo.id}`;
});

const DISPLAY = { kind: 'display', shopId: 'any', id: 'd', name: 'Wall' } as const;
const start = (device: string, person = bo) => startSession(shop.deps, person, device);
const isSignedIn = async ({ token }: { token: string }) => (await readSession(shop.deps, token)) !== null;
const opens = async (password: string) => {
	const [row] = await shop.sql<
		{ hash: string }[]
	>`select password_hash as hash from people where id = ${bo.id}`;
	return verifyPassword(row!.hash, password);
};

describe('[P3] one’s own password', () => {
	const change = (current: string, password: string, sessionId?: string) =>
		changePassword(shop.deps, bo, { current, password, sessionId });

	test('is changed by whoever knows it; the other sessions end, and links to a new one with them', async () => {
		const [here, there] = [await start('Desk'), await start('Tablet')];
		const link = await makePasswordLink(shop.deps, shop.ana, bo.id);
		await change(PASSWORD, 'a new password', here.session.id);
		expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([true, false]);
		expect(await opens('a new password')).toBe(true);
		await expect(readPasswordLink(shop.deps, link.token)).rejects.toMatchObject({ code: 'link.not_found' });
		expect(await auditOf(shop.sql, bo.shopId)).toContainEqual({
			by: 'Bo',
			kind: 'password_changed',
			person: 'Bo'
		});
	});

	test('stays when the current one is wrong, and nothing ends', async () => {
		const there = await start('Tablet');
		await expect(change('something else', 'a new password')).rejects.toMatchObject({
			facts: { fields: { current: 'This is not your password.' } }
		});
		expect(await opens(PASSWORD)).toBe(true);
		expect(await isSignedIn(there)).toBe(true);
	});

	test('changed twice at once is changed once', async () => {
		const settled = await Promise.allSettled([
			change(PASSWORD, 'a password 1'),
			change(PASSWORD, 'a password 2')
		]);
		expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	});

	test('is not guessed: after ten wrong ones the right one waits too', async () => {
		for (let count = 0; count < ATTEMPTS.pair; count++)
			await expect(change('wrong', 'a new password')).rejects.toMatchObject({ code: 'input.invalid' });
		await expect(change(PASSWORD, 'a new password')).rejects.toMatchObject({ code: 'request.too_many' });
	});
});

describe('[P3] one’s own name', () => {
	test('is changed by anybody for themselves, and written down', async () => {
		expect(await changeProfile(shop.deps, bo, { ...mutation(), name: 'Bo Ek' })).toMatchObject({
			name: 'Bo Ek',
			role: 'jeweler'
		});
		expect(await auditOf(shop.sql, bo.shopId)).toEqual([
			{
				by: 'Bo',
				kind: 'person_changed',
				person: 'Bo',
				changes: [{ field: 'Name', before: 'Bo', after: 'Bo Ek' }]
			}
		]);
	});

	test('sent again is one change', async () => {
		const body = { ...mutation(), name: 'Bo Ek' };
		await changeProfile(shop.deps, bo, body);
		await changeProfile(shop.deps, bo, body);
		expect(await auditOf(shop.sql, bo.shopId)).toHaveLength(1);
		await expect(changeProfile(shop.deps, shop.ana, body)).rejects.toMatchObject({ code: 'mutation.reused' });
	});

	test('[W13] a display has none', async () => {
		await expect(changeProfile(shop.deps, DISPLAY, { ...mutation(), name: 'X' })).rejects.toMatchObject({
			code: 'forbidden'
		});
	});
});

describe('[P3] one’s own sessions', () => {
	test('are listed, the one that asks first, and nobody else’s', async () => {
		const [desk, tablet] = [await start('Desk'), await start('Tablet')];
		await start('Elsewhere', shop.ana);
		const listed = await listSessions(shop.deps, bo, desk.session.id);
		expect(listed).toMatchObject([
			{ id: desk.session.id, device: 'Desk', current: true },
			{ id: tablet.session.id, device: 'Tablet', current: false }
		]);
	});

	test('end one by one', async () => {
		const [desk, tablet] = [await start('Desk'), await start('Tablet')];
		await endOwnSession(shop.deps, bo, tablet.session.id);
		expect([await isSignedIn(desk), await isSignedIn(tablet)]).toEqual([true, false]);
		expect(await auditOf(shop.sql, bo.shopId)).toEqual([
			{ by: 'Bo', kind: 'sessions_ended', person: 'Bo', devices: ['Tablet'] }
		]);
		await expect(endOwnSession(shop.deps, bo, tablet.session.id)).rejects.toMatchObject({
			code: 'not_found'
		});
	});

	test('end all but the one that asks', async () => {
		const all = [await start('Desk'), await start('Tablet'), await start('Phone')];
		const anas = await start('Desk', shop.ana);
		await endOtherSessions(shop.deps, bo, all[0]!.session.id);
		expect(await Promise.all([...all, anas].map(isSignedIn))).toEqual([true, false, false, true]);
		await endOtherSessions(shop.deps, bo, all[0]!.session.id);
		expect(await auditOf(shop.sql, bo.shopId)).toHaveLength(1);
	});

	test('[P1] of another person or shop are not found', async () => {
		const stranger = await buildPerson(shop.sql, await buildShop(shop.sql));
		for (const other of [shop.ana, stranger]) {
			const session = await start('Desk', other);
			await expect(endOwnSession(shop.deps, bo, session.session.id)).rejects.toMatchObject({
				code: 'not_found'
			});
			expect(await isSignedIn(session)).toBe(true);
		}
	});
});

describe('[P3] the last use of a session', () => {
	const seenAgo = async (id: string) => {
		const [row] = await shop.sql<{ seconds: number }[]>`
			select extract(epoch from now() - seen_at)::float8 as seconds from sessions where id = ${id}`;
		return row!.seconds;
	};
	const age = (id: string, interval: string) =>
		shop.sql`update sessions set seen_at = now() - ${interval}::interval where id = ${id}`;

	test('is written down when five minutes have passed since the one before', async () => {
		const { token, session } = await start('Desk');
		await age(session.id, '6 minutes');
		await readSession(shop.deps, token);
		await expect.poll(() => seenAgo(session.id)).toBeLessThan(60);
	});

	test('is not written down before', async () => {
		const { token, session } = await start('Desk');
		await age(session.id, '4 minutes');
		await readSession(shop.deps, token);
		await noteSeen(shop.sql, [{ shopId: shop.ana.shopId, id: session.id }]);
		expect(await seenAgo(session.id)).toBeGreaterThan(230);
	});

	test('is written down for the first time of a session that began before it was', async () => {
		const { token, session } = await start('Desk');
		await shop.sql`update sessions set seen_at = null where id = ${session.id}`;
		await readSession(shop.deps, token);
		await expect.poll(() => seenAgo(session.id)).toBeLessThan(60);
	});
});

describe('[P3] the people of a shop', () => {
	test('are shown with their sessions, their last use and their open jobs', async () => {
		await start('Desk');
		await start('Tablet');
		const mine = await buildJob(shop.sql, bo, { columns: { jeweler_id: bo.id } });
		const bench = await buildJob(shop.sql, shop.ana, { columns: { jeweler_id: bo.id } });
		await buildJob(shop.sql, bo, { columns: { closed_at: '2026-03-01T10:00:00Z', outcome: 'picked_up' } });
		const [ana, bob] = await readTeam(shop.deps, shop.ana);
		expect(ana).toMatchObject({ name: 'Ana Ruiz', sessions: 0, seenAt: null, jobs: { count: 1 } });
		expect(bob).toMatchObject({ name: 'Bo', sessions: 2, jobs: { count: 2, numbers: [bench, mine] } });
		expect(Date.now() - Date.parse(bob!.seenAt!)).toBeLessThan(60_000);
	});

	test.each(['salesperson', 'jeweler', 'viewer'] as const)('[W13] are not shown so to a %s', async (role) => {
		const actor = await buildPerson(shop.sql, shop.ana.shopId, { role });
		await expect(readTeam(shop.deps, actor)).rejects.toMatchObject({ code: 'forbidden' });
	});
});
