import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildContact, buildJob } from '#tests/support/factories.ts';
import { expectRefused, invalid } from './expect-refused.ts';
import { mutation, startApi, tomorrow, yesterday, type ApiClient, type Asked } from './api-client.ts';

let api: ApiClient;
let number: number;
let customerId: string;
let before: unknown;
beforeAll(async () => {
	api = await startApi();
	number = await buildJob(api.database.sql, api.ana, { status: 'IP' });
	customerId = await buildContact(api.database.sql, api.ana.shopId);
}, 200_000);
afterAll(() => api.stop());

beforeEach(async () => {
	before = await api.written();
});
afterEach(async () => {
	expect(await api.written()).toEqual(before);
	expect(api.errors()).toEqual([]);
});

const move = (more: object = {}) => ({ ...mutation(), from: 'IP', to: 'RP', ...more });
const job = (more: object = {}) => ({
	...mutation(),
	type: 'custom',
	customerId,
	promisedOn: tomorrow(),
	...more
});

const expectRefusal = (path: string, asked: Asked, refusal: object, method = 'POST') =>
	expectRefused(api, { method, path, ...asked }, refusal);

describe('what cannot be read', () => {
	test.each([
		['malformed JSON', { body: '{"from":' }, { status: 400, code: 'request.unreadable' }],
		[
			'no body',
			{ headers: { 'content-type': 'application/json' } },
			{ status: 400, code: 'request.unreadable' }
		],
		[
			'a form',
			{ body: 'from=IP', headers: { 'content-type': 'text/plain' } },
			{ status: 415, code: 'request.type' }
		],
		['65 kB', { body: { note: 'x'.repeat(66_000) } }, { status: 413, code: 'request.too_large' }],
		['2 MB', { body: { note: 'x'.repeat(2_000_000) } }, { status: 413, code: 'request.too_large' }]
	])('%s', (_, asked, refusal) => expectRefusal(`/jobs/${number}/moves`, asked, refusal));
});

describe('what is not right', () => {
	test('[W1] an unknown status', () =>
		expectRefusal(`/jobs/${number}/moves`, { body: move({ to: 'DONE' }) }, invalid('to')));

	test.each([
		['text for an object', '"IP"', ['body']],
		['nothing at all', {}, ['mutationId', 'from', 'to']],
		[
			'wrong types',
			move({ from: 4, before: 'x', hold: 'stones', vendorId: {} }),
			['from', 'before', 'hold', 'vendorId']
		],
		['a mutation id that is none', move({ mutationId: '1' }), ['mutationId']],
		['a number that no job has', move({ after: 1e300, before: 2_147_483_648 }), ['after', 'before']],
		['a field that does not exist', move({ version: 1 }), ['version']],
		[
			'a hold until a day that does not exist',
			move({ to: 'OH', hold: { reason: 'stones', until: '2026-02-30' } }),
			['hold.until']
		],
		['a vendor with a move that asks none', move({ vendorId: 'abc' }), ['vendorId']]
	])('a move with %s', (_, body, fields) =>
		expectRefusal(`/jobs/${number}/moves`, { body }, invalid(...fields))
	);

	test('[J3] a job without anything', () =>
		expectRefusal('/jobs', { body: {} }, invalid('mutationId', 'type', 'customerId', 'promisedOn')));

	test.each([
		['[J6] a promised date in the past', { promisedOn: yesterday() }, ['promisedOn']],
		['a promised date that does not exist', { promisedOn: '0000-01-01' }, ['promisedOn']],
		['[S1] a customer that does not exist', { customerId: 'nobody' }, ['customerId']],
		['an id with a zero byte', { customerId: '\u0000' }, ['customerId']],
		[
			'text with a zero byte or half a letter',
			{ title: 'a\u0000', location: '\ud800' },
			['title', 'location']
		],
		['a negative price', { budgetCents: -1 }, ['budgetCents']],
		['half a cent', { budgetCents: 0.5 }, ['budgetCents']]
	])('a job with %s', (_, more, fields) => expectRefusal('/jobs', { body: job(more) }, invalid(...fields)));

	test('a contact without a name, a role or a real address', () =>
		expectRefusal(
			'/contacts',
			{ body: { ...mutation(), name: ' ', roles: [], email: 'x', notes: '\u0000' } },
			invalid('name', 'roles', 'email', 'notes')
		));

	test.each(['', '?since=', '?since=-1', '?since=x', '?since=1e3', '?from=1'])('changes%s', (query) =>
		expectRefusal(`/board/changes${query}`, {}, { status: 422, code: 'input.invalid' }, 'GET')
	);

	test('changes from a version that is still to come', () =>
		expectRefusal(
			'/board/changes?since=999999999999999',
			{},
			{ status: 410, code: 'changes.expired' },
			'GET'
		));

	test.each(['?limit=0', '?limit=201', '?cursor=x', '?status=DONE', '?closed=maybe'])('jobs%s', (query) =>
		expectRefusal(`/jobs${query}`, {}, { status: 422, code: 'input.invalid' }, 'GET')
	);
});

describe('people', () => {
	const person = { name: 'Bo', email: 'bo@gold.test', role: 'viewer', password: 'long enough' };

	test('without a mutation id are not added nor changed', async () => {
		await expectRefusal('/people', { body: person }, invalid('mutationId'));
		await expectRefusal(`/people/${api.ana.id}`, { body: { name: 'X' } }, invalid('mutationId'), 'PATCH');
	});

	test('with a zero byte in the e-mail are not added', () =>
		expectRefusal(
			'/people',
			{ body: { ...mutation(), ...person, email: 'a\u0000@a.com' } },
			invalid('email')
		));

	test.each(['%00', 'nobody', 'x'.repeat(41)])('called %s are not there', (id) =>
		expectRefusal(
			`/people/${id}`,
			{ body: { ...mutation(), name: 'X' } },
			{ status: 404, code: 'not_found' },
			'PATCH'
		)
	);
});

describe('what is not there', () => {
	test.each(['999999', '0', 'abc', '-1', '1.5', '99999999999999', '%00', '1%27--'])(
		'[J2] job %s',
		(written) =>
			expectRefusal(`/jobs/${written}/moves`, { body: move() }, { status: 404, code: 'job.not_found' })
	);

	test('an address of the API that does not exist, and a method that it does not take', async () => {
		await expectRefusal('/nothing', { body: {} }, { status: 404, code: 'not_found' });
		await expectRefusal('/board', { body: {} }, { status: 405, code: 'request.method' });
	});
});

describe('what the workflow refuses', () => {
	test('[W4] a move that has no edge says where the piece may go', () =>
		expectRefusal(
			`/jobs/${number}/moves`,
			{ body: move({ to: 'QN' }) },
			{
				status: 422,
				code: 'move.not_allowed',
				detail: 'A piece in production can only become Ready for pickup or go On hold.',
				allowed: ['RP', 'OH'],
				card: { number, status: 'IP' }
			}
		));

	test('[W8] a stale `from`', () =>
		expectRefusal(
			`/jobs/${number}/moves`,
			{ body: move({ from: 'QN', to: 'CR' }) },
			{
				status: 409,
				code: 'job.moved',
				card: { number, status: 'IP' },
				movedBy: null,
				movedAt: expect.any(String) as string
			}
		));

	test.each([
		['[W6] On hold without a reason', 'moves', move({ to: 'OH' }), 422, 'move.hold_reason_required'],
		['[W9] nothing to undo', 'undo', mutation(), 409, 'undo.nothing'],
		[
			'[W10] picked up before it is ready',
			'close',
			{ ...mutation(), outcome: 'picked_up' },
			422,
			'close.not_ready'
		],
		[
			'[W10] cancelled without a reason',
			'close',
			{ ...mutation(), outcome: 'cancelled' },
			422,
			'close.reason_required'
		],
		['[W10] reopening an open job', 'reopen', mutation(), 409, 'job.not_closed']
	])('%s', (_, path, body, status, code) =>
		expectRefusal(`/jobs/${number}/${path}`, { body }, { status, code })
	);
});
