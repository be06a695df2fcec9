import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ATTEMPTS } from '#lib/server/people/attempts.ts';
import { hashPassword } from '#lib/server/people/passwords.ts';
import { hashToken } from '#lib/server/people/session-store.ts';
import { buildPerson, type Person } from '#tests/support/factories.ts';
import { mutation, startApi, type ApiClient } from './api-client.ts';
import { expectRefused, invalid } from './expect-refused.ts';

let api: ApiClient;
let bo: Person;
beforeAll(async () => {
	api = await startApi();
}, 200_000);
afterAll(() => api.stop());
afterEach(() => expect(api.errors()).toEqual([]));
beforeEach(async () => {
	bo = await buildPerson(api.database.sql, api.ana.shopId, { name: 'Bo', role: 'jeweler' });
});

const NOT_FOUND = { status: 404, code: 'not_found' };

describe('[P3] one’s own account over HTTP', () => {
	test('sessions are listed and ended, one’s own alone', async () => {
		const [here, there] = [await api.signIn(bo), await api.signIn(bo)];
		const listed = await api.call('GET', '/sessions', { token: here });
		expect(listed.body.sessions).toMatchObject([
			{ id: hashToken(here), device: 'Test', current: true },
			{ id: hashToken(there), current: false }
		]);
		const ana = { method: 'DELETE', path: `/sessions/${hashToken(api.token)}`, token: here };
		await expectRefused(api, ana, NOT_FOUND);
		for (const id of ['x', 'A'.repeat(64), '%00', hashToken('nobody')])
			await expectRefused(api, { ...ana, path: `/sessions/${id}` }, NOT_FOUND);
		const end = await api.call('DELETE', `/sessions/${hashToken(there)}`, { token: here });
		expect(end.status).toBe(204);
		expect((await api.call('GET', '/sessions', { token: there })).status).toBe(401);
		const third = await api.signIn(bo);
		expect((await api.call('DELETE', '/sessions', { token: here })).status).toBe(204);
		expect((await api.call('GET', '/sessions', { token: third })).status).toBe(401);
		expect((await api.call('GET', '/sessions', { token: here })).status).toBe(200);
	});

	test('a name is changed by anybody for themselves', async () => {
		const token = await api.signIn(bo);
		const body = { ...mutation(), name: 'Bo Ek' };
		const changed = await api.call('PATCH', '/profile', { token, body });
		expect(changed).toMatchObject({ status: 200, body: { person: { id: bo.id, name: 'Bo Ek' } } });
		const more = {
			method: 'PATCH',
			path: '/profile',
			token,
			body: { ...mutation(), name: 'B', role: 'admin' }
		};
		await expectRefused(api, more, invalid('role'));
	});

	test('a password is changed for the one that is known, and guessing it ends', async () => {
		const hash = await hashPassword('the one of before');
		await api.database.sql`update people set password_hash = ${hash} where id = ${bo.id}`;
		const token = await api.signIn(bo);
		const change = (current: string, password = 'a new password') =>
			({ method: 'POST', path: '/profile/password', token, body: { current, password } }) as const;
		await expectRefused(api, change('wrong'), invalid('current'));
		await expectRefused(api, change('the one of before', 'short'), invalid('password'));
		const other = await api.signIn(bo);
		const { method, path, ...asked } = change('the one of before');
		expect((await api.call(method, path, asked)).status).toBe(204);
		expect((await api.call('GET', '/sessions', { token: other })).status).toBe(401);
		expect((await api.call('GET', '/sessions', { token })).status).toBe(200);
		for (let count = 0; count < ATTEMPTS.pair; count++)
			await expectRefused(api, change('no'), invalid('current'));
		await expectRefused(api, change('a new password'), { status: 429, code: 'request.too_many' });
	});
});
