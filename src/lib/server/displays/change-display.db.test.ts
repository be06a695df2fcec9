import { describe, expect, test } from 'vitest';
import { DEFAULT_DISPLAY } from '#lib/displays/display.ts';
import { readBoard } from '#lib/server/board/read-board.ts';
import { readChanges } from '#lib/server/board/read-changes.ts';
import { findDisplay } from '#lib/server/displays/find-display.ts';
import { moveJob } from '#lib/server/jobs/move-job.ts';
import { buildDisplay, buildPerson, buildShop, FIRST_VERSION } from '#tests/support/factories.ts';
import { mutation, testShop } from '#tests/support/test-shop.ts';
import { changeDisplay } from './change-display.ts';
import { listDisplays } from './list-displays.ts';
import { revokeDisplay } from './revoke-display.ts';

const shop = testShop();
const notFound = { code: 'display.not_found' };

const facts = async () => {
	const rows = await shop.sql<{ fact: object }[]>`
		select fact from audit_entries where shop_id = ${shop.ana.shopId} order by at, id`;
	return rows.map(({ fact }) => fact);
};

async function actorOf(token: string) {
	const found = await findDisplay(shop.sql, token);
	if (!found) throw new Error('No display has this token');
	return found.actor;
}

describe('[D1] changing a display', () => {
	test('changes what is named and leaves the rest, and says in the audit log what was and what is', async () => {
		const { id } = await buildDisplay(shop.sql, shop.ana.shopId, { settings: { sound: true } });
		const changed = await changeDisplay(shop.deps, shop.ana, id, {
			name: 'Back wall',
			settings: { statuses: ['IP', 'RP'], customers: 'none' }
		});
		const settings = { ...DEFAULT_DISPLAY, sound: true, statuses: ['IP', 'RP'], customers: 'none' };
		expect(changed).toMatchObject({ id, name: 'Back wall', settings });
		expect(await listDisplays(shop.deps, shop.ana)).toEqual([changed]);
		const changes = [
			{ field: 'Name', before: 'Front wall', after: 'Back wall' },
			{ field: 'Columns', before: 'All columns', after: 'In production, Ready for pickup' },
			{ field: 'Customers', before: 'First name and initial', after: 'No names' }
		];
		expect(await facts()).toEqual([{ kind: 'display_changed', display: 'Front wall', changes }]);
	});

	test('into what it is already is no change', async () => {
		const { id } = await buildDisplay(shop.sql, shop.ana.shopId);
		await changeDisplay(shop.deps, shop.ana, id, { name: 'Front wall', settings: { density: 'roomy' } });
		expect(await facts()).toEqual([]);
	});

	test('two changes of different settings at once are both kept', async () => {
		const { id } = await buildDisplay(shop.sql, shop.ana.shopId);
		await Promise.all([
			changeDisplay(shop.deps, shop.ana, id, { settings: { theme: 'light' } }),
			changeDisplay(shop.deps, shop.ana, id, { settings: { density: 'dense' } })
		]);
		const [{ settings } = { settings: null }] = await listDisplays(shop.deps, shop.ana);
		expect(settings).toMatchObject({ theme: 'light', density: 'dense' });
	});
});

test('[D1] a revoked display is gone, and so is its token', async () => {
	const { id, token } = await buildDisplay(shop.sql, shop.ana.shopId);
	const actor = await actorOf(token);
	await revokeDisplay(shop.deps, shop.ana, id);
	expect(await listDisplays(shop.deps, shop.ana)).toEqual([]);
	expect(await findDisplay(shop.sql, token)).toBeNull();
	expect(await facts()).toEqual([{ kind: 'display_revoked', display: 'Front wall' }]);
	await expect(revokeDisplay(shop.deps, shop.ana, id)).rejects.toMatchObject(notFound);
	await expect(readBoard(shop.deps, actor)).rejects.toMatchObject({ code: 'unauthenticated' });
	await expect(readChanges(shop.deps, actor, FIRST_VERSION)).rejects.toMatchObject({
		code: 'unauthenticated'
	});
});

describe('[W13, P1] who may', () => {
	test('nobody but an admin of the same shop', async () => {
		const { id, token } = await buildDisplay(shop.sql, shop.ana.shopId);
		const ben = await buildPerson(shop.sql, shop.ana.shopId, { role: 'salesperson' });
		const eve = await buildPerson(shop.sql, await buildShop(shop.sql));
		const refused = [
			[ben, { code: 'forbidden' }],
			[await actorOf(token), { code: 'forbidden' }],
			[eve, notFound]
		] as const;
		for (const [actor, refusal] of refused) {
			const change = changeDisplay(shop.deps, actor, id, { name: 'Mine', settings: {} });
			await expect(change).rejects.toMatchObject(refusal);
			await expect(revokeDisplay(shop.deps, actor, id)).rejects.toMatchObject(refusal);
		}
		expect(await listDisplays(shop.deps, shop.ana)).toHaveLength(1);
	});
});

describe('[D3] what a display reads', () => {
	test('is the board, with customers as its settings say and no note of a hold', async () => {
		await shop.build({ status: 'OH', columns: { hold_note: 'Gonzalez is ill' } });
		for (const [customers, customer] of [
			['short', 'Maria G.'],
			['full', 'Maria Gonzalez'],
			['none', '']
		] as const) {
			const { id, token } = await buildDisplay(shop.sql, shop.ana.shopId, { settings: { customers } });
			const board = await readBoard(shop.deps, await actorOf(token));
			expect(board.cards).toMatchObject([{ customer, hold: { reason: 'stones', note: null } }]);
			expect(board.display).toMatchObject({ id, name: 'Front wall', settings: { customers } });
			expect(Object.values(board.abilities.moves).flat()).toEqual([]);
		}
		const mine = await readBoard(shop.deps, shop.ana);
		expect(mine.cards).toMatchObject([{ customer: 'Maria Gonzalez', hold: { note: 'Gonzalez is ill' } }]);
		expect(mine).not.toHaveProperty('display');
	});

	test('is the changes too', async () => {
		const { token } = await buildDisplay(shop.sql, shop.ana.shopId);
		const number = await shop.build({ status: 'IP' });
		const hold = { reason: 'other', note: 'Gonzalez is ill' } as const;
		await moveJob(shop.deps, shop.ana, number, { ...mutation(), from: 'IP', to: 'OH', hold });
		const told = await readChanges(shop.deps, await actorOf(token), FIRST_VERSION);
		expect(told.changes).toMatchObject([{ kind: 'moved', set: { hold: { reason: 'other', note: null } } }]);
		expect(JSON.stringify(told)).not.toContain('Gonzalez');
	});
});
