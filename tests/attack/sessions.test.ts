import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { issueCode } from '#lib/server/displays/issue-code.ts';
import { invitePerson } from '#lib/server/people/invite-person.ts';
import { makePasswordLink } from '#lib/server/people/make-password-link.ts';
import { hashToken } from '#lib/server/people/session-store.ts';
import { startSession } from '#lib/server/people/sessions.ts';
import { buildPerson, type Person } from '#tests/support/factories.ts';
import { mutation } from '#tests/support/test-shop.ts';
import { PASSWORD, startTwoShops, type TwoShops } from './two-shops.ts';

const ORIGIN = 'https://board.example.com';

let shops: TwoShops;
let bo: Person;
const secrets: string[] = [PASSWORD];
beforeAll(async () => {
	shops = await startTwoShops({ ORIGIN });
}, 200_000);
afterAll(() => shops.stop());
beforeEach(async () => {
	const { sql } = shops.deps;
	bo = await buildPerson(sql, shops.ours.shopId, { role: 'viewer', name: 'Bo' });
	await sql`update people set password_hash = ${shops.passwordHash} where id = ${bo.id}`;
});

/** The token in the cookie that an answer sets; empty where it takes one away, `undefined` where there is none. */
function tokenOf({ headers }: Response): string | undefined {
	const token = /benchboard_session=([^;]*)/.exec(headers.get('set-cookie') ?? '')?.[1];
	if (token) secrets.push(token);
	return token;
}

const post = (address: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
	fetch(shops.api.app.url + address, {
		method: 'POST',
		redirect: 'manual',
		body: new URLSearchParams(fields),
		headers: { accept: 'text/html', origin: shops.api.app.url, ...headers }
	});
const email = () => `${bo.id}@example.test`;
const signInByPage = (headers?: Record<string, string>) =>
	post('/sign-in', { email: email(), password: PASSWORD }, headers);
const signInByApi = (headers: Record<string, string> = {}) =>
	fetch(`${shops.api.app.url}/api/v1/session`, {
		method: 'POST',
		body: JSON.stringify({ email: email(), password: PASSWORD }),
		headers: { 'content-type': 'application/json', origin: shops.api.app.url, ...headers }
	});
const WAYS = [
	['the page', signInByPage],
	['the API', signInByApi]
] as const;

/** Whose a token is, by asking for what is everybody's own. */
async function speaksFor(token: string): Promise<number> {
	return (await shops.api.call('GET', '/sessions', { token })).status;
}

describe('[P3] a token that was there before signing in', () => {
	test.each(WAYS)('by %s is not the one that counts afterwards', async (_, signIn) => {
		const planted = 'planted'.padEnd(40, 'x');
		const token = tokenOf(await signIn({ cookie: `benchboard_session=${planted}` }));
		expect(token).toMatch(/^[a-z0-9]{40}$/);
		expect(token).not.toBe(planted);
		expect(await speaksFor(planted)).toBe(401);
		expect(await speaksFor(token!)).toBe(200);
	});

	test.each(WAYS)('by %s never comes to speak for whoever signs in', async (_, signIn) => {
		const { token: attackers } = await startSession(shops.deps, shops.theirs, 'An attacker');
		secrets.push(attackers);
		const token = tokenOf(await signIn({ cookie: `benchboard_session=${attackers}` }));
		expect(token).toBeTruthy();
		expect(token).not.toBe(attackers);
		const board = await shops.api.call('GET', '/board', { token: attackers });
		expect(board.body.shop).toMatchObject({ id: shops.theirs.shopId });
	});

	test('ends with the use of a link, and the link’s session is a new one', async () => {
		const { deps, ours } = shops;
		const { token: before } = await startSession(deps, bo, 'Before');
		const invitation = await invitePerson(deps, ours, { ...mutation(), name: 'N', role: 'viewer' });
		const link = await makePasswordLink(deps, ours, bo.id);
		secrets.push(before, invitation.token, link.token);
		const cookie = `benchboard_session=${before}`;
		const fields = { name: 'N', email: `n${bo.id}@example.test`, password: PASSWORD };
		const joined = tokenOf(await post(`/join/${invitation.token}`, fields, { cookie }));
		expect(joined).toMatch(/^[a-z0-9]{40}$/);
		expect([await speaksFor(before), await speaksFor(joined!)]).toEqual([401, 200]);
		const reset = { cookie: `benchboard_session=${joined!}` };
		const anew = tokenOf(await post(`/password/${link.token}`, { password: PASSWORD }, reset));
		expect([await speaksFor(joined!), await speaksFor(anew!)]).toEqual([401, 200]);
	});

	test('[D1] of a screen is not taken over', async () => {
		const planted = `display_${'x'.repeat(43)}`;
		const response = await fetch(`${shops.api.app.url}/api/v1/displays/code`, {
			method: 'POST',
			headers: { cookie: `benchboard_display=${planted}`, origin: shops.api.app.url }
		});
		const token = /benchboard_display=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1];
		secrets.push(token!);
		expect(token).toMatch(/^display_[\w-]{43}$/);
		expect(token).not.toBe(planted);
	});
});

describe('[P3] signing out', () => {
	test.each([
		['the page', (cookie: string) => post('/sign-out', {}, { cookie })],
		[
			'the API',
			(cookie: string) =>
				fetch(`${shops.api.app.url}/api/v1/session`, {
					method: 'DELETE',
					headers: { cookie, origin: shops.api.app.url }
				})
		]
	])('by %s ends the session on the server, not in the browser alone', async (_, signOut) => {
		const token = tokenOf(await signInByPage())!;
		expect(await speaksFor(token)).toBe(200);
		const response = await signOut(`benchboard_session=${token}`);
		expect(response.headers.get('set-cookie')).toMatch(
			/benchboard_session=;.*(Max-Age=0|Expires=Thu, 01 Jan 1970)/i
		);
		expect(await speaksFor(token)).toBe(401);
		const rows = await shops.deps.sql`select 1 from sessions where id = ${hashToken(token)}`;
		expect(rows).toHaveLength(0);
	});
});

describe('[P3] a cookie', () => {
	test.each([
		['HTTPS', ORIGIN, true],
		['the shop’s own network', null, false]
	])('over %s', async (_, origin, isSecure) => {
		for (const [, signIn] of WAYS) {
			const response = await signIn(origin ? { origin } : {});
			const cookie = response.headers.get('set-cookie') ?? '';
			tokenOf(response);
			expect(cookie).toMatch(/; Path=\/; HttpOnly/);
			expect(cookie).toMatch(/; SameSite=Lax/);
			expect(/; Secure/.test(cookie)).toBe(isSecure);
			expect(cookie).not.toMatch(/Domain=/i);
		}
	});
});

test('[P3] no secret stands in the database, or in the log', async () => {
	const { sql } = shops.deps;
	const waiting = await issueCode(shops.deps, undefined);
	secrets.push(waiting.token);
	if (waiting.pairing.state === 'waiting') secrets.push(waiting.pairing.code);
	const tables = await sql<{ name: string }[]>`
		select table_name as name from information_schema.tables
		where table_schema = 'public' and table_type = 'BASE TABLE'`;
	expect(tables.length).toBeGreaterThan(10);
	const log = shops.api.app.log();
	for (const secret of secrets) {
		expect(log.includes(secret)).toBe(false);
		for (const { name } of tables) {
			const rows = await sql`select 1 from ${sql(name)} t where position(${secret} in to_jsonb(t)::text) > 0`;
			expect(rows, name).toHaveLength(0);
		}
	}
	const [session] = await sql<{ id: string }[]>`select id from sessions limit 1`;
	expect(session!.id).toMatch(/^[\da-f]{64}$/);
	expect(await speaksFor(session!.id)).toBe(401);
	expect(shops.api.errors()).toEqual([]);
	console.log(
		`Sessions: ${secrets.length} tokens, codes and passwords; none in ${tables.length} tables or the log.`
	);
});
