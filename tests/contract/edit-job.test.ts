import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildContact, buildJob, buildPerson, buildShop, type Person } from '#tests/support/factories.ts';
import { mutation, startApi, type ApiClient } from './api-client.ts';
import { expectRefused, invalid } from './expect-refused.ts';

let api: ApiClient;
let number: number;
let before: unknown;
beforeAll(async () => {
	api = await startApi();
	number = await buildJob(api.database.sql, api.ana, { title: 'Ring' });
	before = await api.written();
}, 200_000);
afterAll(() => api.stop());

const signInAs = async (role: Person['role']) =>
	api.signIn(await buildPerson(api.database.sql, api.ana.shopId, { role }));
const path = (): string => `/jobs/${number}`;
const edit = (more: object = {}): object => ({ ...mutation(), version: 1, ...more });

describe('an edit that is not right changes nothing', () => {
	test.each([
		['nothing at all', {}, ['mutationId', 'version']],
		['a version that is none', edit({ version: '1' }), ['version']],
		['a version that is still to come', edit({ version: 99, title: 'X' }), ['version']],
		['a field that cannot be edited', edit({ status: 'IP' }), ['status']],
		['a spec field that there is not', edit({ spec: { weight: '1' } }), ['spec.weight']],
		['a title of 201 letters', edit({ title: 'x'.repeat(201) }), ['title']],
		['text with a zero byte', edit({ notes: 'a\u0000' }), ['notes']],
		['no customer', edit({ customerId: null }), ['customerId']],
		['no promised date', edit({ promisedOn: '' }), ['promisedOn']],
		['a vendor who does not exist', edit({ vendorId: 'nobody' }), ['vendorId']],
		['a salesperson who does not exist', edit({ salespersonId: 'nobody' }), ['salespersonId']],
		['half a cent', edit({ budgetCents: 0.5 }), ['budgetCents']]
	])('%s', (_, body, fields) =>
		expectRefused(api, { method: 'PATCH', path: path(), body }, invalid(...fields))
	);

	test('[P1] a customer, vendor, salesperson or jeweler of another shop', async () => {
		const shopId = await buildShop(api.database.sql);
		const contact = await buildContact(api.database.sql, shopId, { roles: ['customer', 'vendor'] });
		const { id } = await buildPerson(api.database.sql, shopId);
		const body = edit({ customerId: contact, vendorId: contact, salespersonId: id, jewelerId: id });
		const refusal = invalid('customerId', 'vendorId', 'salespersonId', 'jewelerId');
		await expectRefused(api, { method: 'PATCH', path: path(), body }, refusal);
	});

	test('[S4] an archived contact', async () => {
		const customerId = await buildContact(api.database.sql, api.ana.shopId, { archived: true });
		const body = edit({ customerId });
		await expectRefused(api, { method: 'PATCH', path: path(), body }, invalid('customerId'));
		await api.database.sql`delete from contacts where id = ${customerId}`;
	});

	test.each(['viewer', 'jeweler', 'salesperson'] as const)('[W13] a %s beyond their rights', async (role) => {
		const token = await signInAs(role);
		const refusal = { status: 403, code: 'forbidden' };
		await expectRefused(api, { method: 'DELETE', path: path(), token }, refusal);
		if (role === 'salesperson') return;
		await expectRefused(api, { method: 'PATCH', path: path(), token, body: edit({ title: 'X' }) }, refusal);
		const refresh = { method: 'POST', path: `${path()}/refresh-customer`, token, body: mutation() };
		await expectRefused(api, refresh, refusal);
	});

	test('and all of that has written nothing', async () => {
		expect(await api.written()).toEqual(before);
		expect(api.errors()).toEqual([]);
	});
});

describe('[J7] over HTTP', () => {
	test('a stale edit of the same field carries the job as it is, and who was faster', async () => {
		const first = await api.call('PATCH', path(), { body: edit({ title: 'Band' }) });
		expect(first).toMatchObject({ status: 200, body: { job: { title: 'Band' } } });
		await expectRefused(
			api,
			{ method: 'PATCH', path: path(), body: edit({ title: 'Bangle' }) },
			{
				status: 409,
				code: 'edit.conflict',
				conflicts: [{ field: 'title', by: 'Ana Ruiz' }],
				job: { number, title: 'Band', version: first.body.version }
			}
		);
	});

	test('leading zeros are a number too (J2), and a job that was deleted is gone', async () => {
		const doomed = await buildJob(api.database.sql, api.ana);
		const written = `/jobs/${String(doomed).padStart(6, '0')}`;
		expect((await api.call('PATCH', written, { body: edit({ title: 'X' }) })).status).toBe(200);
		const { mutationId } = mutation();
		for (let i = 0; i < 2; i++) {
			const answer = await api.call('DELETE', `${written}?mutationId=${mutationId}`);
			expect([answer.status, answer.body]).toEqual([204, {}]);
		}
		await expectRefused(api, { method: 'GET', path: written }, { status: 404, code: 'job.not_found' });
		const { body } = await api.call('GET', `${written}/history`);
		expect(body).toMatchObject({
			events: [{ kind: 'deleted', by: { name: 'Ana Ruiz' } }, { kind: 'edited' }]
		});
	});
});
