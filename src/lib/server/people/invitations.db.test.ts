import { describe, expect, test } from 'vitest';
import { auditOf } from '#tests/support/audit.ts';
import { buildPerson, buildShop } from '#tests/support/factories.ts';
import { DAY } from '#tests/support/test-deps.ts';
import { mutation, testShop } from '#tests/support/test-shop.ts';
import { invitePerson } from './invite-person.ts';
import { joinShop } from './join-shop.ts';
import { listInvitations } from './list-invitations.ts';
import { readInvitation } from './read-invitation.ts';
import { readSession } from './sessions.ts';
import { hashToken } from './session-store.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

const shop = testShop();

const BO = { name: 'Bo', role: 'jeweler' } as const;
const JOIN = { name: 'Bo Ek', email: 'bo@gold.test', password: 'long enough', device: 'Chrome on Android' };

const invite = (input: object = {}) => invitePerson(shop.deps, shop.ana, { ...BO, ...input });
const join = (token: string, more: object = {}) => joinShop(shop.deps, token, { ...JOIN, ...more });
const countPeople = async () =>
	(await shop.sql`select 1 from people where shop_id = ${shop.ana.shopId}`).length;

describe('[P3] an invitation', () => {
	test('says who is invited to which shop as what, and by whom', async () => {
		const { invitation, token } = await invite();
		expect(invitation).toMatchObject({ ...BO, madeBy: 'Ana Ruiz', expiresAt: '2026-03-09T10:00:00.000Z' });
		expect(await readInvitation(shop.deps, token)).toEqual({ shop: 'Test shop', ...BO, madeBy: 'Ana Ruiz' });
		expect(await listInvitations(shop.deps, shop.ana)).toEqual([invitation]);
	});

	test('is kept as the hash of its token, and nowhere as the token', async () => {
		const { token } = await invite();
		const rows = await shop.sql`select * from access_links where shop_id = ${shop.ana.shopId}`;
		expect(rows).toMatchObject([{ token_hash: hashToken(token) }]);
		const audit = await shop.sql`select * from audit_entries where shop_id = ${shop.ana.shopId}`;
		expect(JSON.stringify([rows, audit])).not.toContain(token);
		expect(Buffer.from(token, 'base64url')).toHaveLength(32);
	});

	test('lets its holder in, as the role that it names, and signs them in', async () => {
		const { token } = await invite();
		const session = await join(token);
		const { actor } = (await readSession(shop.deps, session.token))!;
		expect(actor).toMatchObject({ shopId: shop.ana.shopId, name: 'Bo Ek', role: 'jeweler' });
		expect(await listInvitations(shop.deps, shop.ana)).toEqual([]);
		expect(await auditOf(shop.sql, shop.ana.shopId)).toEqual([
			{ by: 'Ana Ruiz', kind: 'person_invited', person: 'Bo', role: 'jeweler' },
			{ by: 'Bo Ek', kind: 'person_joined', person: 'Bo Ek', role: 'jeweler' }
		]);
	});

	test('works once: of ten who use it at once one is let in', async () => {
		const { token } = await invite();
		const tries = Array.from({ length: 10 }, (_, i) => join(token, { email: `bo${i}@gold.test` }));
		const settled = await Promise.allSettled(tries);
		expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		const refusals = settled.filter((one) => one.status === 'rejected').map(({ reason }) => reason.code);
		expect(new Set(refusals)).toEqual(new Set(['link.used']));
		expect(await countPeople()).toBe(2);
		await expect(readInvitation(shop.deps, token)).rejects.toMatchObject({ code: 'link.used' });
	});

	test('whose e-mail is taken in the shop is refused by that field, and works on', async () => {
		const { token } = await invite();
		const email = `${shop.ana.id}@example.test`;
		await expect(join(token, { email })).rejects.toMatchObject({
			facts: { fields: { email: 'Somebody in this shop has this e-mail already.' } }
		});
		await expect(join(token)).resolves.toBeDefined();
	});

	test('may be accepted under an e-mail that another shop knows', async () => {
		const other = await buildPerson(shop.sql, await buildShop(shop.sql));
		const { token } = await invite();
		await expect(join(token, { email: `${other.id}@example.test` })).resolves.toBeDefined();
	});

	test('is over after seven days', async () => {
		const { token } = await invite();
		shop.clock.pass(7 * DAY - 1);
		expect(await readInvitation(shop.deps, token)).toMatchObject(BO);
		shop.clock.pass(1);
		await expect(readInvitation(shop.deps, token)).rejects.toMatchObject({ code: 'link.expired' });
		await expect(join(token)).rejects.toMatchObject({ code: 'link.expired' });
		expect(await listInvitations(shop.deps, shop.ana)).toHaveLength(1);
		expect(await countPeople()).toBe(1);
	});

	test.each(['', 'x', 'a'.repeat(43), `${'a'.repeat(42)}'`, 'a\u0000'])(
		'is not opened by %j',
		async (token) => {
			await invite();
			await expect(readInvitation(shop.deps, token)).rejects.toMatchObject({ code: 'link.not_found' });
			await expect(join(token)).rejects.toMatchObject({ code: 'link.not_found' });
		}
	);

	test('is not opened by its stored hash', async () => {
		const { token } = await invite();
		await expect(readInvitation(shop.deps, hashToken(token))).rejects.toMatchObject({
			code: 'link.not_found'
		});
	});
});

describe('[P3] withdrawing an invitation', () => {
	test('leaves its link leading nowhere', async () => {
		const { invitation, token } = await invite();
		await withdrawInvitation(shop.deps, shop.ana, invitation.id);
		await expect(join(token)).rejects.toMatchObject({ code: 'link.not_found' });
		expect(await auditOf(shop.sql, shop.ana.shopId)).toContainEqual({
			by: 'Ana Ruiz',
			kind: 'invitation_withdrawn',
			person: 'Bo'
		});
		await expect(withdrawInvitation(shop.deps, shop.ana, invitation.id)).rejects.toMatchObject({
			code: 'link.not_found'
		});
	});

	test('comes too late for one that was accepted', async () => {
		const { invitation, token } = await invite();
		await join(token);
		await expect(withdrawInvitation(shop.deps, shop.ana, invitation.id)).rejects.toMatchObject({
			code: 'link.used'
		});
	});

	test('while it is being accepted has one of the two happen', async () => {
		for (let round = 0; round < 5; round++) {
			const { invitation, token } = await invite();
			const before = await countPeople();
			const [joined, withdrawn] = await Promise.allSettled([
				join(token, { email: `race${round}@gold.test` }),
				withdrawInvitation(shop.deps, shop.ana, invitation.id)
			]);
			expect([joined.status, withdrawn.status].sort()).toEqual(['fulfilled', 'rejected']);
			expect(await countPeople()).toBe(before + (joined.status === 'fulfilled' ? 1 : 0));
		}
	});

	test('[P1] of another shop is not found', async () => {
		const { invitation, token } = await invite();
		const stranger = await buildPerson(shop.sql, await buildShop(shop.sql));
		await expect(withdrawInvitation(shop.deps, stranger, invitation.id)).rejects.toMatchObject({
			code: 'link.not_found'
		});
		expect(await listInvitations(shop.deps, stranger)).toEqual([]);
		expect(await readInvitation(shop.deps, token)).toMatchObject(BO);
	});
});

describe('an invitation that is sent again', () => {
	test('is one invitation, under a new link that alone works', async () => {
		const body = mutation();
		const first = await invite(body);
		const second = await invite(body);
		expect(second.invitation).toEqual(first.invitation);
		expect(await listInvitations(shop.deps, shop.ana)).toHaveLength(1);
		expect(await auditOf(shop.sql, shop.ana.shopId)).toHaveLength(1);
		await expect(readInvitation(shop.deps, first.token)).rejects.toMatchObject({ code: 'link.not_found' });
		expect(await readInvitation(shop.deps, second.token)).toMatchObject(BO);
	});

	test('at once five times is one', async () => {
		const body = mutation();
		await Promise.all(Array.from({ length: 5 }, () => invite(body)));
		expect(await listInvitations(shop.deps, shop.ana)).toHaveLength(1);
	});

	test('for somebody else, or after it was accepted, is refused', async () => {
		const body = mutation();
		const { token } = await invite(body);
		await expect(invite({ ...body, name: 'Cy' })).rejects.toMatchObject({ code: 'mutation.reused' });
		await join(token);
		await expect(invite(body)).rejects.toMatchObject({ code: 'link.used' });
	});

	test('[P1] in another shop is another invitation', async () => {
		const body = mutation();
		await invite(body);
		const stranger = await buildPerson(shop.sql, await buildShop(shop.sql));
		await invitePerson(shop.deps, stranger, { ...body, ...BO });
		expect(await listInvitations(shop.deps, shop.ana)).toHaveLength(1);
	});
});

test.each(['salesperson', 'jeweler', 'viewer', 'display'] as const)(
	'[W13] a %s invites nobody',
	async (role) => {
		const actor =
			role === 'display'
				? ({ kind: 'display', shopId: shop.ana.shopId, id: 'd', name: 'Wall' } as const)
				: await buildPerson(shop.sql, shop.ana.shopId, { role });
		const { invitation } = await invite();
		const forbidden = { code: 'forbidden' };
		await expect(invitePerson(shop.deps, actor, BO)).rejects.toMatchObject(forbidden);
		await expect(listInvitations(shop.deps, actor)).rejects.toMatchObject(forbidden);
		await expect(withdrawInvitation(shop.deps, actor, invitation.id)).rejects.toMatchObject(forbidden);
	}
);
