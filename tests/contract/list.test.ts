import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	buildContact,
	buildJob,
	buildPerson,
	buildShop,
	type JobParts,
	type Person
} from '#tests/support/factories.ts';
import { startApi, type ApiClient } from './api-client.ts';

let api: ApiClient;
let ring: number;
let eve: Person;
beforeAll(async () => {
	api = await startApi();
	const { sql } = api.database;
	ring = await build({
		title: '=HYPERLINK("https://evil.example","Ring")',
		columns: {
			customer_name: 'Díaz, "Inés"',
			customer_phone: '+44 20 7946 0018',
			notes: 'Opal of the grandmother',
			location: '@safe',
			budget_cents: 123_450,
			declared_value_cents: 900_000
		}
	});
	for (let i = 0; i < 4; i++) await build();
	eve = await buildPerson(sql, await buildShop(sql), { name: 'Eve' });
	await buildJob(sql, eve, { title: 'Tiara of Eve', columns: { notes: 'Secret of Eve' } });
}, 200_000);
afterAll(() => api.stop());

const build = (job?: JobParts) => buildJob(api.database.sql, api.ana, job);
const list = (query: string, token?: string) =>
	api.call('GET', `/jobs${query}`, token === undefined ? {} : { token });
const numbersIn = (body: Record<string, unknown>) =>
	(body.jobs as { number: number }[]).map(({ number }) => number);
const invalid = (...names: string[]) => ({
	status: 422,
	body: {
		code: 'input.invalid',
		fields: Object.fromEntries(names.map((name) => [name, expect.any(String) as string]))
	}
});

describe('[L3] searching over HTTP', () => {
	test.each(['?q=%230000010', '?q=diaz', '?q=7946+0018', '?q=opal', '?q=opla', '?q=in%C3%A9s+daiz'])(
		'%s',
		async (query) => {
			const { status, body } = await list(query.replace('0000010', `00000${ring}`));
			expect([status, numbersIn(body)]).toEqual([200, [ring]]);
		}
	);

	test('tells nothing of contact details, notes or prices', async () => {
		const { body } = await list('?q=diaz');
		expect(JSON.stringify(body)).not.toMatch(/7946|Opal|123450|900000/);
	});

	test.each(['?q=%00', `?q=${'x'.repeat(201)}`, '?q=%ED%A0%80%00'])('%s is refused', async (query) => {
		expect(await list(query)).toMatchObject(invalid('q'));
	});
});

describe('[L2] filters that cannot be', () => {
	test.each([
		['?vendor=Castwell&hasVendor=false', ['vendor', 'hasVendor']],
		['?due=overdue&closed=true', ['due', 'closed']],
		['?red=true&closed=true', ['red', 'closed']],
		['?waiting=us&closed=true', ['waiting', 'closed']],
		['?waiting=nobody', ['waiting']],
		['?moved=yesterday', ['moved']],
		['?sort=match', ['sort']],
		['?salesperson=nobody&jeweler=nobody', ['salesperson', 'jeweler']],
		['?vendor=Nobody', ['vendor']],
		['?vendor=', ['vendor']],
		['?salesperson=%27%20or%201=1', ['salesperson']],
		['?due=never', ['due']],
		['?rush=perhaps', ['rush']],
		['?hasVendor=1', ['hasVendor']],
		['?sort=notes', ['sort']],
		['?colour=red', ['colour']]
	])('%s', async (query, fields) => {
		expect(await list(query)).toMatchObject(invalid(...fields));
	});

	test('[P1] another shop’s people are as unknown as nobody', async () => {
		const vendor = await buildContact(api.database.sql, eve.shopId, { roles: ['vendor'] });
		const nobody = await list('?salesperson=nobody&vendor=nobody');
		const { body } = await list(`?salesperson=${eve.id}&vendor=${vendor}`);
		expect(body).toEqual(nobody.body);
	});

	test('are answered with an empty list where only nothing happens to pass', async () => {
		for (const query of ['?status=OH', '?status=RP&due=overdue', '?q=zzzzz', '?closed=true'])
			expect(await list(query)).toMatchObject({
				status: 200,
				body: { jobs: [], next: null, previous: null }
			});
	});
});

describe('[L1] pages', () => {
	test('lead through the whole list and back', async () => {
		const first = await list('?limit=2&sort=number');
		const second = await list(`?limit=2&cursor=${String(first.body.next)}`);
		const third = await list(`?limit=2&cursor=${String(second.body.next)}`);
		expect([first, second, third].flatMap(({ body }) => numbersIn(body))).toEqual([1, 2, 3, 4, 5]);
		expect([first.body.previous, third.body.next]).toEqual([null, null]);
		expect(numbersIn((await list(`?limit=2&cursor=${String(third.body.previous)}`)).body)).toEqual([3, 4]);
	});

	test.each(['x', '', '%00', 'W10', 'bnVsbA', '%F0%9F%92%8D', 'x'.repeat(2001)])(
		'are refused for the cursor %s',
		async (cursor) => {
			expect(await list(`?cursor=${cursor}`)).toMatchObject(invalid('cursor'));
		}
	);

	test('are refused for a cursor that somebody has changed, whatever it says then', async () => {
		const { body } = await list('?limit=1&sort=customer');
		const parts = JSON.parse(Buffer.from(String(body.next), 'base64url').toString()) as unknown[];
		const changes: [place: number, value: unknown][] = [
			[0, '?sort=number'],
			[0, '?sort=customer&q=opal'],
			[1, '\u0000'],
			[1, "' or 1=1 --"],
			[1, 7],
			[2, 0],
			[2, 1e300],
			[2, '1'],
			[3, 'before'],
			[4, '']
		];
		for (const [place, value] of changes) {
			const changed = parts.map((part, index) => (index === place ? value : part));
			const cursor = Buffer.from(JSON.stringify(changed)).toString('base64url');
			expect(await list(`?limit=1&cursor=${cursor}`), JSON.stringify(changed)).toMatchObject(
				invalid('cursor')
			);
		}
	});

	test('are refused for other filters, and in another shop', async () => {
		const cursor = String((await list('?limit=1&type=custom')).body.next);
		expect((await list(`?limit=1&type=custom&cursor=${cursor}`)).status).toBe(200);
		expect(await list(`?limit=1&type=repair&cursor=${cursor}`)).toMatchObject(invalid('cursor'));
		const token = await api.signIn(eve);
		expect(await list(`?limit=1&cursor=${cursor}`, token)).toMatchObject(invalid('cursor'));
	});
});

describe('[L1] the export', () => {
	const download = async (query = '', token = api.token) => {
		const response = await fetch(`${api.app.url}/api/v1/jobs.csv${query}`, {
			headers: { authorization: `Bearer ${token}` }
		});
		const bytes = Buffer.from(await response.arrayBuffer());
		return { response, bytes, lines: bytes.toString().slice(1).split('\r\n') };
	};

	test('is a file with the day in its name, UTF-8 with its mark, and a line for each job', async () => {
		const { response, bytes, lines } = await download('?sort=number');
		expect(response.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
		expect(response.headers.get('content-disposition')).toMatch(
			/^attachment; filename="jobs-\d{4}-\d\d-\d\d\.csv"$/
		);
		expect(response.headers.get('cache-control')).toBe('no-store');
		expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
		expect(lines).toHaveLength(7);
		expect(lines.at(-1)).toBe('');
		expect(lines[0]).toMatch(/^Job,Type,Title,Customer,.*,Budget,Declared value$/);
	});

	test('runs nothing in a spreadsheet', async () => {
		const { lines } = await download('?q=opal');
		expect(lines[1]).toContain(`#00000${ring},Custom,"'=HYPERLINK(""https://evil.example"",""Ring"")"`);
		expect(lines[1]).toContain(`"Díaz, ""Inés"""`);
		expect(lines[1]).toContain(`,'@safe,`);
		expect(lines[1]).toMatch(/,1234\.50,9000\.00$/);
	});

	test('[W13] has no prices for a jeweler', async () => {
		const bo = await buildPerson(api.database.sql, api.ana.shopId, { name: 'Bo', role: 'jeweler' });
		const { lines, bytes } = await download('', await api.signIn(bo));
		expect(lines[0]).not.toMatch(/Budget|Declared/);
		expect(bytes.toString()).not.toMatch(/1234|9000\.00/);
		expect(lines).toHaveLength(7);
	});

	test('has the list’s filters and order, and all of its pages', async () => {
		const { body } = await list('?sort=-customer&limit=200');
		const { lines } = await download('?sort=-customer');
		const exported = lines.slice(1, -1).map((line) => Number(line.slice(1, 7)));
		expect(exported).toEqual(numbersIn(body));
		expect((await download('?status=OH')).lines).toHaveLength(2);
	});

	test('[P1] is of one’s own shop alone', async () => {
		const { bytes } = await download('', await api.signIn(eve));
		expect(bytes.toString()).toContain('Tiara of Eve');
		expect(bytes.toString()).not.toContain('Díaz');
		expect((await download()).bytes.toString()).not.toContain('Tiara');
	});

	test('refuses before it sends anything', async () => {
		expect(await api.call('GET', '/jobs.csv?due=overdue&closed=true')).toMatchObject(
			invalid('due', 'closed')
		);
		expect(await api.call('GET', '/jobs.csv?limit=5')).toMatchObject(invalid('limit'));
		const signedOut = await api.call('GET', '/jobs.csv', { token: null });
		expect(signedOut).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
	});
});

describe('[L1] where somebody left off', () => {
	const put = (body: unknown, token = api.token) => api.call('PUT', '/preferences', { body, token });
	const startOf = async (token: string) => {
		const headers = { cookie: `benchboard_session=${token}` };
		const response = await fetch(api.app.url, { headers, redirect: 'manual' });
		return response.headers.get('location');
	};

	test('is where they begin again, and nobody else', async () => {
		const bo = await buildPerson(api.database.sql, api.ana.shopId, { name: 'Bo' });
		const token = await api.signIn(bo);
		expect(await startOf(token)).toBe('/work-orders');
		const kept = await put({ view: 'list', search: '?sort=customer&colour=red&q=+ring+' }, token);
		expect(kept).toMatchObject({ status: 200, body: { view: 'list', search: '?q=ring&sort=customer' } });
		expect(await startOf(token)).toBe('/work-orders/list');
		expect(await startOf(await api.signIn(bo))).toBe('/work-orders/list');
		expect(await startOf(api.token)).toBe('/work-orders');
	});

	test('brings the filters back where the address names none', async () => {
		const bo = await buildPerson(api.database.sql, api.ana.shopId, { name: 'Bo' });
		const token = await api.signIn(bo);
		await put({ view: 'list', search: '?rush=true' }, token);
		const open = async (search: string) => {
			const headers = { cookie: `benchboard_session=${token}` };
			const response = await fetch(`${api.app.url}/work-orders/list${search}`, {
				headers,
				redirect: 'manual'
			});
			return [response.status, response.headers.get('location')];
		};
		expect(await open('')).toEqual([303, '/work-orders/list?rush=true']);
		expect(await open('?all')).toEqual([200, null]);
		expect(await open('?type=custom')).toEqual([200, null]);
		expect(await open('?type=custom&cursor=x')).toEqual([303, '/work-orders/list?type=custom']);
	});

	test.each([
		[{ view: 'table', search: '' }, ['view']],
		[{ view: 'list', search: 'https://evil.example' }, ['search']],
		[{ view: 'list', search: `?q=${'x'.repeat(2000)}` }, ['search']],
		[{ view: 'list', search: '', personId: 'x' }, ['personId']],
		[{}, ['view', 'search']]
	])('%j is refused', async (body, fields) => {
		expect(await put(body)).toMatchObject(invalid(...fields));
	});
});

test('none of all this was a fault of ours', () => {
	expect(api.errors()).toEqual([]);
});
