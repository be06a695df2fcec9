import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mutation, startApi, tomorrow, type ApiClient } from './api-client.ts';

let api: ApiClient;
beforeAll(async () => {
	api = await startApi();
}, 200_000);
afterAll(() => api.stop());

/** One value of an answer, by its path. */
function at(body: unknown, ...path: string[]): unknown {
	return path.reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], body);
}

async function takeIn(more: object = {}): Promise<number> {
	const contact = await api.call('POST', '/contacts', {
		body: { ...mutation(), name: 'Maria Gonzalez', roles: ['customer', 'vendor'] }
	});
	expect(contact.status).toBe(201);
	const customerId = at(contact.body, 'contact', 'id');
	const job = { ...mutation(), type: 'custom', customerId, promisedOn: tomorrow(), ...more };
	const taken = await api.call('POST', '/jobs', { body: job });
	expect(taken.status).toBe(201);
	return Number(at(taken.body, 'job', 'number'));
}

describe('the life of a job over HTTP', () => {
	test('taken in, moved, taken back, closed, reopened, and told', async () => {
		const number = await takeIn({ title: 'Signet ring', budgetCents: 120_000 });
		const moved = await api.call('POST', `/jobs/${number}/moves`, {
			body: { ...mutation(), from: 'QN', to: 'IP' }
		});
		expect(moved).toMatchObject({ status: 200, body: { card: { number, status: 'IP' } } });
		expect(moved.headers.get('cache-control')).toBe('no-store');
		const undone = await api.call('POST', `/jobs/${number}/undo`, { body: mutation() });
		expect(undone).toMatchObject({ status: 200, body: { card: { status: 'QN' } } });
		const closed = await api.call('POST', `/jobs/${number}/close`, {
			body: { ...mutation(), outcome: 'cancelled', reason: 'Changed her mind' }
		});
		expect(closed).toMatchObject({ status: 200, body: { job: { closing: { outcome: 'cancelled' } } } });
		const reopened = await api.call('POST', `/jobs/${number}/reopen`, { body: mutation() });
		expect(reopened).toMatchObject({ status: 200, body: { job: { closing: null, budgetCents: 120_000 } } });
		const history = await api.call('GET', `/jobs/${number}/history`);
		const kinds = (history.body.events as { kind: string }[]).map(({ kind }) => kind);
		expect(kinds).toEqual(['reopened', 'closed', 'undone', 'moved', 'created']);
	});

	test('[J2] a number is read with and without leading zeros', async () => {
		const number = await takeIn();
		for (const written of [number, `00000${number}`, `%23${String(number).padStart(6, '0')}`]) {
			expect(await api.call('GET', `/jobs/${written}`)).toMatchObject({
				status: 200,
				body: { job: { number } }
			});
		}
	});

	test('the board is one snapshot, and the changes since it are what happened after', async () => {
		const number = await takeIn();
		const { body: board } = await api.call('GET', '/board');
		expect(Object.keys(board).sort()).toEqual(['abilities', 'cards', 'now', 'shop', 'statuses', 'version']);
		await api.call('POST', `/jobs/${number}/moves`, { body: { ...mutation(), from: 'QN', to: 'CR' } });
		const since = Number(board.version);
		const { body } = await api.call('GET', `/board/changes?since=${since}`);
		expect(body).toMatchObject({ from: since, to: since + 1, changes: [{ number, set: { status: 'CR' } }] });
	});

	test('[L1] the list pages through every job, newest first', async () => {
		for (let i = 0; i < 3; i++) await takeIn();
		const first = await api.call('GET', '/jobs?limit=2&status=QN&closed=false');
		const second = await api.call('GET', `/jobs?limit=2&cursor=${String(first.body.next)}`);
		const numbers = [first, second].flatMap(({ body }) =>
			(body.jobs as { number: number }[]).map((job) => job.number)
		);
		expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
		expect(new Set(numbers).size).toBe(4);
	});

	test('a replayed mutation gets its answer again and does nothing', async () => {
		const number = await takeIn();
		const body = { ...mutation(), from: 'QN', to: 'CR' };
		const first = await api.call('POST', `/jobs/${number}/moves`, { body });
		const before = await api.written();
		const again = await api.call('POST', `/jobs/${number}/moves`, { body });
		expect([again.status, again.body]).toEqual([200, first.body]);
		expect(await api.written()).toEqual(before);
	});

	test('a person is added and changed once, however often it is asked', async () => {
		const bo = { ...mutation(), name: 'Bo', email: 'bo@gold.test', role: 'jeweler', password: 'long enough' };
		const added = await api.call('POST', '/people', { body: bo });
		expect(added.status).toBe(201);
		const again = await api.call('POST', '/people', { body: bo });
		expect([again.status, again.body]).toEqual([201, added.body]);
		const path = `/people/${String(at(added.body, 'person', 'id'))}`;
		const body = { ...mutation(), password: 'another password' };
		const changed = await api.call('PATCH', path, { body });
		const credentials = { email: bo.email, password: body.password };
		const { body: signedIn } = await api.call('POST', '/session', { token: null, body: credentials });
		expect((await api.call('PATCH', path, { body })).body).toEqual(changed.body);
		expect((await api.call('GET', '/board', { token: String(signedIn.token) })).status).toBe(200);
	});

	test('the OpenAPI document is served to everybody', async () => {
		const { status, body } = await api.call('GET', '/openapi.json', { token: null });
		expect([status, body.openapi]).toEqual([200, '3.1.0']);
	});
});
