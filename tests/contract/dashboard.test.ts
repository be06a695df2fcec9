import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildJob, buildPerson, buildShop, type Person } from '#tests/support/factories.ts';
import { mutation, startApi, type ApiClient } from './api-client.ts';
import { expectRefused } from './expect-refused.ts';

let api: ApiClient;
let eve: Person;
beforeAll(async () => {
	api = await startApi();
	const { sql } = api.database;
	const since = new Date(Date.now() - 20 * 86_400_000).toISOString();
	const columns = { customer_phone: '+1 212 555 0114', budget_cents: 123_450, declared_value_cents: 987_600 };
	await buildJob(sql, api.ana, { status: 'RP', title: 'Locket', statusSince: since, columns });
	await buildJob(sql, api.ana, { status: 'QN', title: 'Ring', columns });
	await api.call('POST', '/jobs/2/moves', { body: { ...mutation(), from: 'QN', to: 'CR' } });
	await sql`
		insert into displays (shop_id, id, name, settings, token_hash, paired_at)
		values (${api.ana.shopId}, 'wall', 'Wall display', '{}', 'nobody', now())`;
	eve = await buildPerson(sql, await buildShop(sql), { name: 'Eve' });
}, 200_000);
afterAll(() => api.stop());

const read = (token?: string | null) => api.call('GET', '/dashboard', token === undefined ? {} : { token });

describe('[P4] the dashboard over HTTP', () => {
	test('tells how the shop has worked', async () => {
		const { status, body } = await read();
		expect(status).toBe(200);
		expect(body).toMatchObject({
			version: 2,
			movedToday: 1,
			feed: [{ version: 2, number: 2, kind: 'moved', from: 'QN', to: 'CR', name: 'Ring', by: 'Ana Ruiz' }],
			displays: [{ id: 'wall', name: 'Wall display', seenAt: null }],
			chase: [{ number: 1, phone: '+1 212 555 0114' }]
		});
		expect(body.throughput).toHaveLength(12);
		expect(body.cycle).toHaveLength(6);
	});

	test('[W13] tells no prices, and whom to call only to those who may chase', async () => {
		for (const role of ['admin', 'salesperson', 'jeweler', 'viewer'] as const) {
			const person = await buildPerson(api.database.sql, api.ana.shopId, { role });
			const { body } = await read(await api.signIn(person));
			const mayChase = role === 'admin' || role === 'salesperson';
			expect('chase' in body, role).toBe(mayChase);
			expect(JSON.stringify(body).includes('555 0114'), role).toBe(mayChase);
			expect(JSON.stringify(body)).not.toMatch(/123450|1234\.5|987600|Cents/i);
		}
	});

	test('[P1] tells another shop nothing', async () => {
		const { body } = await read(await api.signIn(eve));
		expect(body).toMatchObject({ version: 1, movedToday: 0, feed: [], displays: [], chase: [] });
		expect(JSON.stringify(body)).not.toMatch(/Locket|Ring|Wall|555 0114/);
		const week = { takenIn: 0, pickedUp: 0 };
		expect(body.throughput).toEqual(Array(12).fill(expect.objectContaining(week)));
	});

	test('is refused to those who are signed out', async () => {
		const asked = { method: 'GET', path: '/dashboard', token: null };
		await expectRefused(api, asked, { status: 401, code: 'unauthenticated' });
		const page = await fetch(`${api.app.url}/dashboard`, { redirect: 'manual' });
		expect([page.status, page.headers.get('location')]).toEqual([303, '/sign-in?next=%2Fdashboard']);
	});

	test('[L2] counts moved today as its list does, and refuses it nowhere', async () => {
		const { body } = await api.call('GET', '/jobs?moved=today');
		expect((body.jobs as { number: number }[]).map((job) => job.number)).toEqual([2]);
		const other = await api.call('GET', '/jobs?moved=today', { token: await api.signIn(eve) });
		expect(other.body.jobs).toEqual([]);
	});
});

test('none of all this was a fault of ours', () => {
	expect(api.errors()).toEqual([]);
});
