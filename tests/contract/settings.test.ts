import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ShopRules } from '#lib/settings/shop-settings.ts';
import { buildPerson, buildShop, type Person } from '#tests/support/factories.ts';
import { mutation, startApi, type ApiClient } from './api-client.ts';
import { expectRefused, invalid } from './expect-refused.ts';

let api: ApiClient;
let version: number;
beforeAll(async () => {
	api = await startApi();
}, 200_000);
afterAll(() => api.stop());
beforeEach(async () => {
	({ version } = await settings());
});

async function settings(token = api.token): Promise<ShopRules> {
	return (await api.call('GET', '/settings', { token })).body.settings as ShopRules;
}
const patch = (body: object, token = api.token) =>
	api.call('PATCH', '/settings', { body: { version, ...body }, token });
const build = async (role: Person['role']) =>
	api.signIn(await buildPerson(api.database.sql, api.ana.shopId, { role }));
const shopOfBoard = async () =>
	((await api.call('GET', '/board')).body as { shop: Record<string, unknown> & { rules: number } }).shop;
const audited = async () => {
	const [row] = await api.database.sql<{ count: number }[]>`
		select count(*)::int as count from audit_entries where shop_id = ${api.ana.shopId}`;
	return row!.count;
};

describe('the settings of a shop', () => {
	test('are changed field by field, and the board’s snapshot has them', async () => {
		const before = await shopOfBoard();
		const { status, body } = await patch({
			...mutation(),
			name: ' Golden  Hour ',
			timeZone: 'Europe/Vienna',
			thresholds: { QN: { amber: 1, red: 9 } },
			holdReasons: [{ label: 'Signature', reason: 'customer' }],
			locations: ['Safe'],
			choices: { metal: ['Gold'] }
		});
		expect(status).toBe(200);
		const saved = body.settings as ShopRules;
		expect(saved).toMatchObject({ version: version + 1, name: 'Golden Hour', timeZone: 'Europe/Vienna' });
		expect(await settings()).toEqual(saved);
		expect(await shopOfBoard()).toMatchObject({
			name: 'Golden Hour',
			timeZone: 'Europe/Vienna',
			rules: before.rules + 1,
			logo: null,
			aging: { timeZone: 'Europe/Vienna', thresholds: { QN: { amber: 1, red: 9 } } }
		});
	});

	test('sent twice are changed once', async () => {
		const change = { ...mutation(), name: 'Twice' };
		const first = await patch(change);
		const before = await audited();
		expect(await patch(change)).toMatchObject({ status: 200, body: first.body });
		expect(await audited()).toBe(before);
	});

	test('of another version are a conflict that shows what they are now, and by whom', async () => {
		await patch({ name: 'Mine' });
		await expectRefused(
			api,
			{ method: 'PATCH', path: '/settings', body: { version, name: 'Yours' } },
			{ status: 409, code: 'settings.changed', changedBy: 'Ana Ruiz', settings: { name: 'Mine' } }
		);
		expect(await settings()).toMatchObject({ name: 'Mine', version: version + 1 });
	});
});

describe('what is not right is refused, with a sentence for each field, and changes nothing', () => {
	test.each([
		['text for an object', '"name"', ['body']],
		['no version', { version: undefined, name: 'X' }, ['version']],
		['a version that is none', { version: 0 }, ['version']],
		['a mutation id that is none', { mutationId: '1' }, ['mutationId']],
		['red before amber', { thresholds: { QN: { amber: 4, red: 2 } } }, ['thresholds.QN.red']],
		['red with amber', { thresholds: { QN: { amber: 4, red: 4 } } }, ['thresholds.QN.red']],
		['no days', { thresholds: { QN: { amber: 0, red: 2 } } }, ['thresholds.QN.amber']],
		['fewer than none', { thresholds: { QN: { amber: -2, red: 2 } } }, ['thresholds.QN.amber']],
		[
			'parts of days',
			{ thresholds: { QN: { amber: 1.5, red: 2.5 } } },
			['thresholds.QN.amber', 'thresholds.QN.red']
		],
		[
			'more than a year',
			{ thresholds: { QN: { amber: 1, red: 366 } }, dueSoonDays: 366 },
			['thresholds.QN.red', 'dueSoonDays']
		],
		['half a threshold', { thresholds: { QN: { amber: 1 } } }, ['thresholds.QN.red']],
		['an unknown status', { thresholds: { DONE: null } }, ['thresholds.DONE']],
		['due soon after the date', { dueSoonDays: -1 }, ['dueSoonDays']],
		['a time zone that does not exist', { timeZone: 'Mars/Base' }, ['timeZone']],
		['an offset for a time zone', { timeZone: '+02:00' }, ['timeZone']],
		['no name', { name: ' ' }, ['name']],
		['a name of 101 letters', { name: 'x'.repeat(101) }, ['name']],
		['a name with a control character', { name: 'A\u0000B' }, ['name']],
		['a name that turns what follows', { name: 'A\u202eB' }, ['name']],
		['the same place twice', { locations: ['Safe', 'safe'] }, ['locations.1']],
		['too many places', { locations: Array.from({ length: 51 }, (_, at) => `P${at}`) }, ['locations']],
		[
			'one of the five reasons',
			{ holdReasons: [{ label: 'Vendor', reason: 'vendor' }] },
			['holdReasons.0.label']
		],
		[
			'a reason that counts as nothing',
			{ holdReasons: [{ label: 'X', reason: 'rain' }] },
			['holdReasons.0.reason']
		],
		['choices of a field that has none', { choices: { budget: ['1'] } }, ['choices.budget']],
		['a logo', { logo: null }, ['logo']]
	])('%s', async (_, change, fields) => {
		const before = await settings();
		const body = typeof change === 'string' ? change : { version, ...change };
		await expectRefused(api, { method: 'PATCH', path: '/settings', body }, invalid(...fields));
		expect(await settings()).toEqual(before);
	});

	test('lists that are larger than a request', () =>
		expectRefused(
			api,
			{ method: 'PATCH', path: '/settings', body: { version, name: 'x'.repeat(70_000) } },
			{ status: 413, code: 'request.too_large' }
		));
});

describe('[W13] the settings are for admins', () => {
	test.each(['salesperson', 'jeweler', 'viewer'] as const)('and not for a %s', async (role) => {
		const before = await settings();
		const token = await build(role);
		const refusal = { status: 403, code: 'forbidden' };
		for (const [method, path, body] of [
			['GET', '/settings'],
			['PATCH', '/settings', { version, name: 'X' }],
			['PUT', '/shop/logo', {}],
			['DELETE', '/shop/logo'],
			['GET', '/audit'],
			['GET', '/audit.csv']
		] as const)
			await expectRefused(api, { method, path, token, ...(body && { body }) }, refusal);
		expect(await settings()).toEqual(before);
	});

	test('nor for whoever is not signed in', async () => {
		for (const [method, path] of [
			['GET', '/settings'],
			['PATCH', '/settings'],
			['PUT', '/shop/logo'],
			['GET', '/audit'],
			['GET', '/audit.csv']
		] as const)
			await expectRefused(api, { method, path, token: null }, { status: 401, code: 'unauthenticated' });
	});

	test('[P1] of their own shop alone', async () => {
		const before = await settings();
		const stranger = await api.signIn(
			await buildPerson(api.database.sql, await buildShop(api.database.sql, { name: 'Other' }))
		);
		const changed = await api.call('PATCH', '/settings', {
			body: { version: 1, name: 'Stranger' },
			token: stranger
		});
		expect(changed.body.settings).toMatchObject({ name: 'Stranger', version: 2 });
		expect(await settings()).toEqual(before);
		const log = await api.call('GET', '/audit', { token: stranger });
		expect(log.body.entries).toHaveLength(1);
	});
});

describe('the audit log', () => {
	const read = async (query = '') => (await api.call('GET', `/audit${query}`)).body;

	test('tells of every change, newest first, and pages by cursor', async () => {
		for (const name of ['One', 'Two', 'Three']) {
			await patch({ name });
			({ version } = await settings());
		}
		const { entries, next } = (await read('?limit=2&topic=shop')) as {
			entries: { by: object; device: string; fact: object }[];
			next: string;
		};
		expect(entries[0]).toMatchObject({
			by: { id: api.ana.id, name: 'Ana Ruiz' },
			device: 'Test',
			fact: { kind: 'shop_changed', changes: [{ field: 'Name', before: 'Two', after: 'Three' }] }
		});
		const below = (await read(`?topic=shop&cursor=${next}`)) as { entries: { fact: object }[] };
		expect(below.entries[0]!.fact).toMatchObject({ changes: [{ after: 'One' }] });
	});

	test.each(['topic=money', 'by=%00', 'cursor=x', 'cursor=1.%27--', 'limit=101', 'limit=0', 'page=2'])(
		'?%s makes no sense',
		(query) => expectRefused(api, { method: 'GET', path: `/audit?${query}` }, invalid(query.split('=')[0]!))
	);

	test('is a file of what the filter shows', async () => {
		const response = await fetch(`${api.app.url}/api/v1/audit.csv?topic=shop&by=${api.ana.id}`, {
			headers: { authorization: `Bearer ${api.token}` }
		});
		expect(response.headers.get('content-type')).toContain('text/csv');
		expect(response.headers.get('content-disposition')).toMatch(
			/attachment; filename="audit-log-[\d-]+\.csv"/
		);
		const lines = (await response.text()).trimEnd().split('\r\n');
		const { entries } = (await read(`?topic=shop&by=${api.ana.id}`)) as { entries: object[] };
		expect(lines).toHaveLength(entries.length + 1);
	});
});

test('none of this is a fault of ours', () => {
	expect(api.errors()).toEqual([]);
});
