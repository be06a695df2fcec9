import { beforeEach, describe, expect, test } from 'vitest';
import type { AuditFact } from '#lib/audit/audit.ts';
import { DEFAULT_AGING } from '#lib/jobs/aging.ts';
import { readBoard } from '#lib/server/board/read-board.ts';
import { NEWS_CHANNEL } from '#lib/server/feed/shop-news.ts';
import { buildPerson, buildShop } from '#tests/support/factories.ts';
import { NOW, testShop } from '#tests/support/test-shop.ts';
import { changeSettings } from './change-settings.ts';
import { readSettings } from './read-settings.ts';

const shop = testShop();
let heard: string[];
beforeEach(() => {
	heard = [];
});

const change = (input: Omit<Parameters<typeof changeSettings>[2], 'version'>, version = 1) =>
	changeSettings(shop.deps, shop.ana, { version, ...input });
const audited = () =>
	shop.sql<{ fact: AuditFact; by_name: string }[]>`
		select fact, by_name from audit_entries where shop_id = ${shop.ana.shopId} order by at, id`;
const settings = () => readSettings(shop.deps, shop.ana);

describe('a shop’s settings', () => {
	test('begin with the defaults', async () =>
		expect(await settings()).toEqual({
			version: 1,
			name: 'Test shop',
			timeZone: 'UTC',
			logo: null,
			...DEFAULT_AGING,
			holdReasons: [],
			locations: [],
			choices: {}
		}));

	test('are saved field by field, and read by the board', async () => {
		const saved = await change({
			name: 'Golden Hour',
			timeZone: 'Europe/Vienna',
			dueSoonDays: 5,
			thresholds: { IP: { amber: 3, red: 9 } },
			holdReasons: [{ label: 'Signature', reason: 'customer' }],
			choices: { metal: ['Gold'] }
		});
		expect(saved).toMatchObject({ version: 2, name: 'Golden Hour', dueSoonDays: 5, locations: [] });
		expect(saved.thresholds).toEqual({ ...DEFAULT_AGING.thresholds, IP: { amber: 3, red: 9 } });
		expect(await settings()).toEqual(saved);
		const board = await readBoard(shop.deps, shop.ana);
		expect(board.shop).toMatchObject({ name: 'Golden Hour', timeZone: 'Europe/Vienna', rules: 2 });
		expect(board.shop.aging).toMatchObject({ timeZone: 'Europe/Vienna', dueSoonDays: 5 });
	});

	test('are written down before and after, by whom', async () => {
		await change({ name: 'Golden Hour', thresholds: { RP: null } });
		expect([...(await audited())]).toEqual([
			{
				by_name: 'Ana Ruiz',
				fact: {
					kind: 'shop_changed',
					changes: [
						{ field: 'Name', before: 'Test shop', after: 'Golden Hour' },
						{
							field: 'Days in Ready for pickup',
							before: 'amber from day 7, red from day 14',
							after: 'only the promised date counts'
						}
					]
				}
			}
		]);
	});

	test('that are wanted as they are change nothing, and are no conflict', async () => {
		await change({ name: 'Golden Hour' });
		expect(await change({ name: 'Golden Hour', locations: [] })).toMatchObject({ version: 2 });
		expect(await change({})).toMatchObject({ version: 2 });
		expect(await audited()).toHaveLength(1);
	});

	test('of another version are refused with what they are now, and by whom', async () => {
		const ben = await buildPerson(shop.sql, shop.ana.shopId, { name: 'Ben Okafor' });
		await changeSettings(shop.deps, ben, { version: 1, dueSoonDays: 9 });
		for (const version of [1, 3]) {
			await expect(change({ name: 'Golden Hour' }, version)).rejects.toMatchObject({
				code: 'settings.changed',
				facts: { changedBy: 'Ben Okafor', settings: { version: 2, dueSoonDays: 9, name: 'Test shop' } }
			});
		}
		expect(await settings()).toMatchObject({ version: 2, name: 'Test shop' });
		expect(await audited()).toHaveLength(1);
	});

	test('of two admins who save at once, one is told of the other', async () => {
		const saves = ['Golden Hour', 'Blue Hour'].map((name) => change({ name }));
		const ends = await Promise.allSettled(saves);
		expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(await settings()).toMatchObject({ version: 2 });
		expect(await audited()).toHaveLength(1);
	});

	test.each(['salesperson', 'jeweler', 'viewer'] as const)('are not for a %s', async (role) => {
		const person = await buildPerson(shop.sql, shop.ana.shopId, { role });
		const refused = { code: 'forbidden' };
		await expect(readSettings(shop.deps, person)).rejects.toMatchObject(refused);
		await expect(changeSettings(shop.deps, person, { version: 1, name: 'X' })).rejects.toMatchObject(refused);
	});

	test('are not for a display', async () => {
		const display = { kind: 'display', shopId: shop.ana.shopId, id: 'wall', name: 'Wall' } as const;
		await expect(readSettings(shop.deps, display)).rejects.toMatchObject({ code: 'forbidden' });
		await expect(changeSettings(shop.deps, display, { version: 1, name: 'X' })).rejects.toMatchObject({
			code: 'forbidden'
		});
	});

	test('[P1] of another shop stay as they are', async () => {
		const other = await buildPerson(shop.sql, await buildShop(shop.sql, { name: 'Other' }));
		await change({ name: 'Golden Hour' });
		expect(await readSettings(shop.deps, other)).toMatchObject({ name: 'Other', version: 1 });
	});
});

describe('what goes with a change', () => {
	/** Whatever is written down fails. */
	const refusingAudit = () => shop.sql`
		alter table audit_entries add constraint refused check (by_name <> 'Ana Ruiz') not valid`;

	test('is in its transaction: where the audit log cannot be written, nothing is changed and nobody hears', async () => {
		const listener = await shop.sql.listen(NEWS_CHANNEL, (payload) => heard.push(payload));
		await refusingAudit();
		await expect(change({ name: 'Golden Hour' })).rejects.toThrow();
		await shop.sql`alter table audit_entries drop constraint refused`;
		expect(await settings()).toMatchObject({ version: 1, name: 'Test shop' });
		expect(await audited()).toEqual([]);

		await change({ name: 'Blue Hour' });
		const own = () => heard.filter((payload) => payload.includes(shop.ana.shopId));
		await expect.poll(own).toEqual([JSON.stringify({ kind: 'reload', shop: shop.ana.shopId, rules: 2 })]);
		await listener.unlisten();
	});

	test('is at the time of the server', async () => {
		await change({ name: 'Golden Hour' });
		const [entry] = await shop.sql<{ at: string }[]>`
			select at from audit_entries where shop_id = ${shop.ana.shopId}`;
		expect(new Date(entry!.at).toISOString()).toBe(NOW);
	});
});
