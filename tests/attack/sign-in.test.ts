import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ATTEMPTS } from '#lib/server/people/attempts.ts';
import { hashPassword } from '#lib/server/people/passwords.ts';
import { startApi, type ApiClient } from '#tests/contract/api-client.ts';
import { buildPerson, buildShop } from '#tests/support/factories.ts';

let api: ApiClient;
beforeAll(async () => {
	api = await startApi({ ORIGIN: 'https://board.example.com' });
}, 200_000);
afterAll(() => api.stop());

const WRONG = { status: 401, body: { code: 'credentials.wrong' } };
const signIn = (email: string) =>
	api.call('POST', '/session', { token: null, body: { email, password: 'wrong' } });
/** As a browser without scripts posts it. */
const postForm = (body: BodyInit, headers: Record<string, string> = {}) =>
	fetch(`${api.app.url}/sign-in`, { method: 'POST', body, headers: { accept: 'text/html', ...headers } });

describe('[P3] guessing over HTTP', () => {
	test('ends in 429 with Retry-After, by the API and by the page', async () => {
		const email = 'guessed@shop.test';
		for (let count = 0; count < ATTEMPTS.pair; count += 1) expect(await signIn(email)).toMatchObject(WRONG);
		const refusal = await signIn(email);
		expect(refusal).toMatchObject({ status: 429, body: { code: 'request.too_many' } });
		const seconds = Number(refusal.headers.get('retry-after'));
		expect(seconds).toBe(refusal.body.retryAfter);
		expect(seconds).toBeGreaterThan(ATTEMPTS.window - 60);
		expect(seconds).toBeLessThanOrEqual(ATTEMPTS.window);
		const page = await postForm(new URLSearchParams({ email, password: 'wrong' }));
		expect(page.status).toBe(429);
		expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(ATTEMPTS.window - 60);
		expect(await page.text()).toContain('Too many attempts.');
		expect(await signIn('another@shop.test')).toMatchObject(WRONG);
	});

	test('through the proxy is counted for each client behind it, and claims are not believed', async () => {
		const through = { host: 'board.example.com' };
		for (let count = 0; count < ATTEMPTS.pair; count += 1)
			expect(await guess({ ...through, 'x-forwarded-for': `10.1.1.${count}, 203.0.113.1` })).toBe(401);
		expect(await guess({ ...through, 'x-forwarded-for': '203.0.113.1' })).toBe(429);
		expect(await guess({ ...through, 'x-forwarded-for': '203.0.113.2' })).toBe(401);
		expect(await guess({ 'x-forwarded-for': '203.0.113.1' })).toBe(401);
	});
});

describe('[P3] whether an account exists', () => {
	const SAMPLES = process.env.BENCHBOARD_LONG ? 25 : 9;
	const PASSWORD = 'loupe-and-tweezers';
	let emails: Record<string, string>;
	beforeAll(async () => {
		const { sql } = api.database;
		const hash = await hashPassword(PASSWORD);
		const add = async (shopId: string, email: string, active = true) => {
			const { id } = await buildPerson(sql, shopId, { active });
			await sql`update people set password_hash = ${hash}, email = ${email} where id = ${id}`;
		};
		emails = { somebody: 'known@shop.test', nobody: 'unknown@shop.test', 'in two shops': 'both@shop.test' };
		await add(api.ana.shopId, emails.somebody!);
		await add(api.ana.shopId, emails['in two shops']!);
		await add(await buildShop(sql), emails['in two shops']!);
		emails['somebody without access'] = 'gone@shop.test';
		await add(api.ana.shopId, 'gone@shop.test', false);
	});

	test('is told by no word, and by no time', async () => {
		const answers = new Set<string>();
		const times: Record<string, number[]> = Object.fromEntries(Object.keys(emails).map((who) => [who, []]));
		for (let sample = 0; sample < SAMPLES; sample++) {
			// One after the other, so that whatever else the machine does slows all of them.
			for (const [who, email] of Object.entries(emails)) {
				const address = `203.0.${who.length}.${sample}`;
				const { status, headers, body, ms } = await guessAt({ email, password: 'wrong', address });
				answers.add(JSON.stringify([status, headers, body]));
				times[who]!.push(ms);
			}
		}
		expect([...answers]).toHaveLength(1);
		const medians = Object.entries(times).map(([who, all]) => [who, median(all)] as const);
		console.log(
			`Sign-in, median of ${SAMPLES}: ${medians.map(([who, ms]) => `${who} ${ms.toFixed(1)} ms`).join(', ')}`
		);
		const all = medians.map(([, ms]) => ms);
		// A password that is not verified takes a tenth of one that is.
		expect(Math.max(...all) / Math.min(...all)).toBeLessThan(2.5);
	});

	test('and the right password opens it', async () => {
		const right = await guessAt({ email: emails.somebody!, password: PASSWORD, address: '203.0.113.77' });
		expect(right.status).toBe(200);
		const gone = await guessAt({ email: 'gone@shop.test', password: PASSWORD, address: '203.0.113.77' });
		expect(gone).toMatchObject({ status: 401 });
	});
});

describe('[P3] many guesses', () => {
	/** Sends all of them at once, and counts the answers by their status. */
	async function burst(guesses: Guess[]): Promise<Record<string, number>> {
		const counts: Record<string, number> = {};
		for (const { status } of await Promise.all(guesses.map(guessAt)))
			counts[String(status)] = (counts[String(status)] ?? 0) + 1;
		return counts;
	}
	const many = (count: number, of: (at: number) => Guess) => Array.from({ length: count }, (_, at) => of(at));

	test('at the same moment from one address at one account all count', async () => {
		const at = { email: 'burst@shop.test', password: 'wrong', address: '203.0.114.1' };
		const counts = await burst(many(ATTEMPTS.pair + 30, () => at));
		expect(counts).toEqual({ 401: ATTEMPTS.pair, 429: 30 });
	});

	test('from everywhere at one account end too', async () => {
		const at = (address: string) => ({ email: 'wanted@shop.test', password: 'wrong', address });
		const counts = await burst(many(ATTEMPTS.account + 10, (from) => at(`203.0.115.${from}`)));
		expect(counts).toEqual({ 401: ATTEMPTS.account, 429: 10 });
		expect(await guessAt(at('198.51.100.9'))).toMatchObject({ status: 429 });
	});

	test('from one address at many accounts end too', async () => {
		const at = (email: string) => ({ email, password: 'wrong', address: '203.0.116.1' });
		const counts = await burst(many(ATTEMPTS.address + 20, (account) => at(`a${account}@shop.test`)));
		expect(counts).toEqual({ 401: ATTEMPTS.address, 429: 20 });
		expect(await guessAt({ ...at('a1@shop.test'), address: '203.0.116.2' })).toMatchObject({ status: 401 });
	});
});

describe('what is no sign-in', () => {
	test('an e-mail with a control character is named', async () => {
		expect(await signIn('a\u0000@a.com')).toMatchObject({
			status: 422,
			body: { code: 'input.invalid', fields: { email: 'Control characters are not allowed.' } }
		});
		const page = await postForm(new URLSearchParams({ email: 'a\u0000@a.com', password: 'wrong' }));
		expect(page.status).toBe(422);
	});

	test('a form without a boundary is unreadable', async () => {
		const page = await postForm('x', { 'content-type': 'multipart/form-data' });
		expect(page.status).toBe(400);
		expect(await page.text()).toContain('The request could not be read.');
	});

	test('a form of ten megabytes is too large', async () => {
		const page = await postForm(new URLSearchParams({ email: 'x'.repeat(10_000_000) }));
		expect(page.status).toBe(413);
	});

	test('none of them is a fault of ours', () => {
		expect(api.errors()).toEqual([]);
	});
});

test('[P2] with a public address nobody is at the machine itself', async () => {
	await api.database.sql`delete from sessions`;
	await api.database.sql`delete from people`;
	await api.database.sql`delete from shops`;
	const page = await (await fetch(`${api.app.url}/set-up`)).text();
	expect(page).toContain('name="code"');
});

function median(all: readonly number[]): number {
	return [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!;
}

interface Guess {
	email: string;
	password: string;
	/** Who is behind the proxy, by its own word. */
	address?: string;
	headers?: Record<string, string>;
}

interface Guessed {
	status: number | undefined;
	/** Names and values, but for those that every answer has of its own. */
	headers: string[];
	body: string;
	ms: number;
}

const OWN_HEADERS = ['date', 'x-request-id', 'retry-after'];

/** A guess with headers that `fetch` would not send. */
function guessAt({ email, password, address, headers = {} }: Guess): Promise<Guessed> {
	const through = address === undefined ? {} : { host: 'board.example.com', 'x-forwarded-for': address };
	const begun = performance.now();
	return new Promise((resolve, reject) => {
		const sent = request(
			`${api.app.url}/api/v1/session`,
			{ method: 'POST', headers: { 'content-type': 'application/json', ...through, ...headers } },
			(response) => {
				const told = Object.entries(response.headers).filter(([name]) => !OWN_HEADERS.includes(name));
				let body = '';
				response.setEncoding('utf8').on('data', (text: string) => (body += text));
				response.on('end', () =>
					resolve({
						status: response.statusCode,
						headers: told.map(([name, value]) => `${name}: ${String(value)}`),
						body,
						ms: performance.now() - begun
					})
				);
			}
		);
		sent.once('error', reject).end(JSON.stringify({ email, password }));
	});
}

/** A guess at one account. */
async function guess(headers: Record<string, string>): Promise<number | undefined> {
	return (await guessAt({ email: 'proxied@shop.test', password: 'wrong', headers })).status;
}
