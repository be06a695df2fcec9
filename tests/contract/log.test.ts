import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildContact, buildJob } from '#tests/support/factories.ts';
import { mutation, startApi, type ApiClient } from './api-client.ts';

let api: ApiClient;
beforeAll(async () => {
	api = await startApi({ LOG_LEVEL: 'trace' });
}, 200_000);
afterAll(() => api.stop());

interface Line {
	msg: string;
	requestId?: string;
	[field: string]: unknown;
}

/** What was asked, with the id that its answer carried. */
interface Asked {
	requestId: string;
	method: string;
	route: string | null;
	status: number;
	shopId: string | null;
	personId: string | null;
}

/** What no line may hold. Each stands nowhere but in what is sent below. */
const SECRETS = {
	name: 'Wilhelmina Quist',
	email: 'wilhelmina@quist.test',
	password: 'opal-and-onyx-4711',
	wrongPassword: 'guess-of-somebody-else',
	customer: 'Xanthippe Okonkwo',
	phone: '5550142',
	search: 'okonkwo heirloom brooch',
	title: 'Brooch of the grandmother',
	browser: 'Quistzilla'
};

const lines = (): Line[] =>
	api.app
		.log()
		.split('\n')
		.filter((line) => line.startsWith('{'))
		.map((line) => JSON.parse(line) as Line);
const answered = (requestId: string) =>
	lines().filter((line) => line.requestId === requestId && line.msg === 'request answered');

describe('the log of a working day', () => {
	const asked: Asked[] = [];
	const secrets = new Map<string, string>(Object.entries(SECRETS));
	let nora: { shopId: string; personId: string };
	let token = '';
	const nobody = { shopId: null, personId: null };

	/** Asks as a browser of that person does, and remembers what the log has to say of it. */
	async function ask(
		who: Pick<Asked, 'shopId' | 'personId'>,
		[method, route]: [string, string | null],
		path: string,
		init: RequestInit = {}
	): Promise<Response> {
		const cookie: Record<string, string> = who.personId ? { cookie: `benchboard_session=${token}` } : {};
		const response = await fetch(new URL(path, api.app.url), {
			method,
			redirect: 'manual',
			...init,
			headers: {
				...cookie,
				origin: api.app.url,
				'user-agent': `${SECRETS.browser} Chrome/140`,
				...(init.headers as object)
			}
		});
		const requestId = response.headers.get('x-request-id') ?? '';
		asked.push({ requestId, method, route, status: response.status, ...who });
		return response;
	}
	const json = (body: object): RequestInit => ({
		body: JSON.stringify(body),
		headers: { 'content-type': 'application/json' }
	});
	const form = (fields: Record<string, string>): RequestInit => ({
		body: new URLSearchParams(fields),
		headers: { accept: 'text/html' }
	});

	test('somebody follows an invitation and signs in', async () => {
		const invited = await api.call('POST', '/invitations', {
			body: { ...mutation(), name: SECRETS.name, role: 'admin' }
		});
		const link = new URL(invited.body.link as string);
		secrets.set('link', link.pathname.split('/').at(-1)!);
		await ask(nobody, ['GET', '/join/[token]'], link.pathname);
		const { name, email, password } = SECRETS;
		const joined = await ask(
			nobody,
			['POST', '/join/[token]'],
			link.pathname,
			form({ name, email, password })
		);
		expect(joined.status).toBe(303);
		const wrong = { email, password: SECRETS.wrongPassword };
		expect((await ask(nobody, ['POST', '/sign-in'], '/sign-in', form(wrong))).status).toBe(401);
		const signedIn = await ask(
			nobody,
			['POST', '/api/v1/session'],
			'/api/v1/session',
			json({ email, password })
		);
		expect(signedIn.status).toBe(200);
		token = ((await signedIn.json()) as { token: string }).token;
		secrets.set('session', token);
		const [row] = await api.database.sql<{ id: string }[]>`select id from people where email = ${email}`;
		nora = { shopId: api.ana.shopId, personId: row!.id };
	});

	test('searches, moves, and fails', async () => {
		const { customer: name, phone, search: q, title } = SECRETS;
		await buildContact(api.database.sql, nora.shopId, { name, phone });
		const number = await buildJob(api.database.sql, api.ana, { status: 'CR', title });
		const words = encodeURIComponent(q);
		await ask(nora, ['GET', '/api/v1/jobs'], `/api/v1/jobs?q=${words}`);
		await ask(nora, ['GET', '/api/v1/contacts'], `/api/v1/contacts?q=${words}`);
		await ask(nora, ['GET', '/(shop)/work-orders'], `/work-orders?q=${words}`);
		// Where there is no page, nobody is asked for.
		await ask(nobody, ['GET', null], `/nowhere/${words}`);
		const moves = `/api/v1/jobs/${number}/moves`;
		const route = '/api/v1/jobs/[number]/moves';
		const hold = { from: 'CR', to: 'OH', hold: { reason: 'other', note: title } };
		const moved = await ask(nora, ['POST', route], moves, json({ ...mutation(), ...hold }));
		expect(moved.status).toBe(200);
		await ask(nora, ['POST', route], moves, json({ ...mutation(), ...hold }));
		await ask(nora, ['POST', route], moves, { ...json({}), body: `{"note": ${title}` });
		await api.database.sql`alter table contacts rename to contacts_away`;
		const failed = await ask(nora, ['GET', '/api/v1/contacts'], `/api/v1/contacts?q=${words}`);
		await api.database.sql`alter table contacts_away rename to contacts`;
		expect(failed.status).toBe(500);
		expect(asked.slice(-4).map(({ status }) => status)).toEqual([200, 409, 400, 500]);
	});

	test('has one line for each request: which, whose, how it ended and how long it took', async () => {
		for (const { requestId, ...request } of asked) {
			const one = { message: request.route ?? 'none', timeout: 10_000 };
			await expect.poll(() => answered(requestId), one).toHaveLength(1);
			const [line] = answered(requestId);
			expect(line).toMatchObject(request);
			expect(line?.ms).toBeGreaterThan(0);
		}
		expect(new Set(asked.map(({ requestId }) => requestId)).size).toBe(asked.length);
	});

	test('says of a fault what caused it, under the id that its answer carries', async () => {
		const { requestId } = asked.at(-1)!;
		const faults = () => lines().filter(({ level }) => level === 50);
		await expect.poll(faults, { timeout: 10_000 }).toHaveLength(1);
		expect(faults()).toMatchObject([{ requestId, err: { type: 'PostgresError', code: '42P01' } }]);
	});

	test('holds nothing that somebody typed, is called or enters with', () => {
		expect(secrets.size).toBe(Object.keys(SECRETS).length + 2);
		const log = api.app.log().toLowerCase();
		for (const [what, secret] of secrets) {
			expect(secret.length, what).toBeGreaterThan(6);
			for (const form of [
				secret,
				encodeURIComponent(secret),
				secret.replaceAll(' ', '+'),
				JSON.stringify(secret)
			])
				expect(log.includes(form.toLowerCase()), `${what}: ${form}`).toBe(false);
		}
		for (const word of ['quist', 'okonkwo', 'brooch', 'cookie', 'bearer'])
			expect(log, word).not.toContain(word);
	});
});

describe('the id of a request', () => {
	const idOf = async (given: string) => {
		const response = await fetch(`${api.app.url}/api/v1/board`, { headers: { 'x-request-id': given } });
		expect(response.status).toBe(401);
		return response.headers.get('x-request-id');
	};

	test('is the one that a proxy gave it, in the answer and in the log', async () => {
		expect(await idOf('lb-1.0000000000000042')).toBe('lb-1.0000000000000042');
		await expect.poll(() => answered('lb-1.0000000000000042'), { timeout: 10_000 }).toHaveLength(1);
	});

	test('is a new one where that is none', async () => {
		expect(await idOf('maria@quist.test')).toMatch(/^[0-9a-f-]{36}$/);
	});
});
