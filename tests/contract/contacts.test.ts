import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
	buildContact,
	buildJob,
	buildPerson,
	buildShop,
	type ContactParts
} from '#tests/support/factories.ts';
import { mutation, startApi, tomorrow, type Answer, type ApiClient } from './api-client.ts';

let api: ApiClient;
beforeAll(async () => {
	api = await startApi();
}, 200_000);
afterAll(() => api.stop());
afterEach(() => expect(api.errors()).toEqual([]));

const build = (contact: ContactParts = {}) => buildContact(api.database.sql, api.ana.shopId, contact);
const patch = (id: string, body: object, token = api.token) =>
	api.call('PATCH', `/contacts/${id}`, { token, body: { ...mutation(), ...body } });
const contactIn = ({ body }: Answer) => body.contact as Record<string, unknown>;

describe('the life of a contact over HTTP', () => {
	test('added, found, changed, archived, brought back, deleted', async () => {
		const body = { ...mutation(), name: 'Zoë Lindqvist', roles: ['customer'], phone: '+1 646 555 0132' };
		const added = await api.call('POST', '/contacts', { body });
		expect(added.status).toBe(201);
		const { id } = contactIn(added) as { id: string };
		for (const q of ['zoe', '6465550132', 'lindqvst'])
			expect((await api.call('GET', `/contacts?q=${q}`)).body.contacts).toEqual([contactIn(added)]);

		const changed = await patch(id, { version: 1, roles: ['customer', 'vendor'], email: 'zoe@l.test' });
		expect(changed).toMatchObject({ status: 200, body: { contact: { version: 2, email: 'zoe@l.test' } } });
		expect((await api.call('GET', `/contacts/${id}`)).body).toEqual(changed.body);

		const archived = await api.call('POST', `/contacts/${id}/archive`, { body: mutation() });
		expect(archived).toMatchObject({ status: 200, body: { contact: { archived: true } } });
		expect((await api.call('GET', '/contacts?q=zoe')).body.contacts).toEqual([]);
		expect((await api.call('GET', '/contacts?q=zoe&archived=true')).body.contacts).toHaveLength(1);
		const restored = await api.call('POST', `/contacts/${id}/restore`, { body: mutation() });
		expect(restored).toMatchObject({ status: 200, body: { contact: { archived: false, version: 4 } } });

		expect(await api.call('DELETE', `/contacts/${id}`)).toMatchObject({ status: 204, body: {} });
		const gone = { status: 404, body: { code: 'contact.not_found' } };
		expect(await api.call('DELETE', `/contacts/${id}`)).toMatchObject(gone);
		expect(await api.call('GET', `/contacts/${id}`)).toMatchObject(gone);
	});

	test('every change that is sent again gets its answer again and does nothing', async () => {
		const added = { ...mutation(), name: 'Maria', roles: ['customer'] };
		const first = await api.call('POST', '/contacts', { body: added });
		const { id } = contactIn(first) as { id: string };
		const requests: [string, string, object][] = [
			['PATCH', `/contacts/${id}`, { ...mutation(), version: 1, phone: '1' }],
			['POST', `/contacts/${id}/archive`, mutation()],
			['POST', `/contacts/${id}/restore`, mutation()]
		];
		const answers = [];
		for (const [method, path, body] of requests) answers.push(await api.call(method, path, { body }));
		await patch(id, { phone: '2' });
		for (const [i, [method, path, body]] of requests.entries()) {
			const again = await api.call(method, path, { body });
			expect([again.status, again.body]).toEqual([200, answers[i]?.body]);
		}
		expect((await api.call('POST', '/contacts', { body: added })).body).toEqual(first.body);
		expect(contactIn(await api.call('GET', `/contacts/${id}`))).toMatchObject({ version: 5, phone: '2' });
	});

	test('the list pages through everybody, and answers what it has always answered', async () => {
		const { sql } = api.database;
		const eve = await buildPerson(sql, await buildShop(sql));
		const token = await api.signIn(eve);
		for (const name of ['Cleo', 'Ana', 'Ben']) await buildContact(sql, eve.shopId, { name });
		const first = await api.call('GET', '/contacts?limit=2', { token });
		expect(first.body).toMatchObject({ contacts: [{ name: 'Ana' }, { name: 'Ben' }], similar: false });
		const second = await api.call('GET', `/contacts?limit=2&cursor=${String(first.body.next)}`, { token });
		expect(second.body).toMatchObject({ contacts: [{ name: 'Cleo' }], next: null });
	});
});

describe('what is refused', () => {
	let id: string;
	let before: Record<string, unknown>;
	beforeEach(async () => {
		id = await build({ name: 'Maria', roles: ['customer', 'vendor'] });
		before = contactIn(await api.call('GET', `/contacts/${id}`));
	});
	afterEach(async () => {
		expect(contactIn(await api.call('GET', `/contacts/${id}`))).toEqual(before);
	});

	const wrong: [string, object, string][] = [
		['a name with a control character', { name: 'Ma\u0007ria' }, 'name'],
		['a name with a zero byte', { name: 'Maria\u0000x' }, 'name'],
		['a name that turns the direction', { name: '\u202eMaria' }, 'name'],
		['a company that turns the direction', { company: 'a\u2067b' }, 'company'],
		['an empty name', { name: ' \n' }, 'name'],
		['a name of 201 characters', { name: 'x'.repeat(201) }, 'name'],
		['an e-mail address that is none', { email: 'maria' }, 'email'],
		['no role', { roles: [] }, 'roles'],
		['an unknown role', { roles: ['admin'] }, 'roles.0'],
		['a number for a phone number', { phone: 5550114 }, 'phone'],
		['text for yes or no', { taxExempt: 'yes' }, 'taxExempt'],
		['half a letter', { notes: '\udfff' }, 'notes'],
		['a field that cannot be changed', { archived: true }, 'archived'],
		['a field that does not exist', { shopId: 'x' }, 'shopId'],
		['a version that cannot be', { version: 0 }, 'version'],
		['a version beyond all counting', { version: 3_000_000_000 }, 'version']
	];
	test.each(wrong)('[S4] a change to %s', async (_, body, field) => {
		const answer = await patch(id, body);
		expect(answer).toMatchObject({ status: 422, type: 'application/problem+json' });
		expect(Object.keys(answer.body.fields as object)).toEqual([field]);
	});

	test('[S4] a change without a mutation id', async () => {
		for (const [method, path] of [
			['PATCH', ''],
			['POST', '/archive'],
			['POST', '/restore']
		] as const)
			expect(await api.call(method, `/contacts/${id}${path}`, { body: {} })).toMatchObject({
				status: 422,
				body: { fields: { mutationId: expect.any(String) as string } }
			});
	});

	test('[S4] a stale version of a field that somebody else has saved, with the contact as it is', async () => {
		before = contactIn(await patch(id, { version: 1, phone: '1' }));
		const stale = await patch(id, { version: 1, phone: '2', notes: 'x' });
		expect(stale).toMatchObject({ status: 409, body: { code: 'contact.changed', contact: before } });
		before = contactIn(await patch(id, { version: 1, notes: 'x' }));
		expect(before).toMatchObject({ phone: '1', notes: 'x', version: 3 });
	});

	test('a mutation id that was another request’s', async () => {
		const body = { ...mutation(), phone: '1' };
		before = contactIn(await api.call('PATCH', `/contacts/${id}`, { body }));
		for (const [method, path, more] of [
			['PATCH', `/contacts/${id}`, { phone: '2' }],
			['POST', '/contacts', { name: 'X', roles: ['vendor'] }]
		] as const) {
			const reused = { body: { mutationId: body.mutationId, ...more } };
			expect(await api.call(method, path, reused)).toMatchObject({
				status: 409,
				body: { code: 'mutation.reused' }
			});
		}
	});

	test('[S4] deleting a contact that a job names', async () => {
		await buildJob(api.database.sql, api.ana, { status: 'AVQ', vendorId: id });
		expect(await api.call('DELETE', `/contacts/${id}`)).toMatchObject({
			status: 409,
			body: { code: 'contact.in_use' }
		});
	});

	test('[S4] an archived contact on a new job', async () => {
		before = contactIn(await api.call('POST', `/contacts/${id}/archive`, { body: mutation() }));
		const job = { ...mutation(), type: 'custom', customerId: id, vendorId: id, promisedOn: tomorrow() };
		const answer = await api.call('POST', '/jobs', { body: job });
		expect(answer).toMatchObject({ status: 422, body: { code: 'input.invalid' } });
		expect(Object.keys(answer.body.fields as object)).toEqual(['customerId', 'vendorId']);
	});

	test.each([
		'?role=king',
		'?archived=maybe',
		'?limit=0',
		'?limit=201',
		'?cursor=%00',
		'?cursor=nobody',
		'?x=1'
	])('the list with %s', async (query) => {
		expect(await api.call('GET', `/contacts${query}`)).toMatchObject({ status: 422 });
	});

	test('a search with a zero byte', async () => {
		expect(await api.call('GET', '/contacts?q=%00')).toMatchObject({ status: 422 });
	});
});

describe('what is not theirs', () => {
	const ways = [
		['GET', '', undefined],
		['PATCH', '', { ...mutation(), name: 'Mine' }],
		['POST', '/archive', mutation()],
		['POST', '/restore', mutation()],
		['DELETE', '', undefined]
	] as const;

	test.each(ways)('[P1] %s …%s of another shop, or of nobody', async (method, path, body) => {
		const shopId = await buildShop(api.database.sql);
		const theirs = await buildContact(api.database.sql, shopId);
		for (const id of [theirs, 'nobody', '%00', 'x'.repeat(41), '1%27--'])
			expect(await api.call(method, `/contacts/${id}${path}`, { body }), id).toMatchObject({
				status: 404,
				body: { code: 'contact.not_found' }
			});
		const rows = await api.database.sql`select version from contacts where id = ${theirs}`;
		expect(rows).toEqual([{ version: 1 }]);
	});
});
