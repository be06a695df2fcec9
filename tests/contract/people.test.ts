import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ATTEMPTS } from '#lib/server/people/attempts.ts';
import { buildPerson, type Person } from '#tests/support/factories.ts';
import { mutation, startApi, type ApiClient } from './api-client.ts';
import { expectRefused, invalid } from './expect-refused.ts';

let api: ApiClient;
beforeAll(async () => {
	api = await startApi({ LOG_LEVEL: 'trace' });
}, 200_000);
afterAll(() => api.stop());
afterEach(() => expect(api.errors()).toEqual([]));

const NOT_FOUND = { status: 404, code: 'not_found' };
const NO_LINK = { status: 404, code: 'link.not_found' };
const NORA = { name: 'Nora Quist', role: 'jeweler' };

let bo: Person;
beforeEach(async () => {
	bo = await buildPerson(api.database.sql, api.ana.shopId, { name: 'Bo', role: 'jeweler' });
});

async function invite(more: object = {}) {
	const answer = await api.call('POST', '/invitations', { body: { ...mutation(), ...NORA, ...more } });
	return answer.body as { invitation: { id: string; expiresAt: string }; link: string };
}
async function passwordLink(person = bo): Promise<string> {
	const answer = await api.call('POST', `/people/${person.id}/password-link`);
	expect(answer).toMatchObject({ status: 201, body: { expiresAt: expect.any(String) as string } });
	return answer.body.link as string;
}
/** As a browser without scripts posts it. */
const post = (address: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
	fetch(address, {
		method: 'POST',
		body: new URLSearchParams(fields),
		headers: { accept: 'text/html', ...headers },
		redirect: 'manual'
	});
const page = (address: string) => fetch(address, { headers: { accept: 'text/html' } });
const cookieOf = (answer: Response) =>
	/benchboard_session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
const emailOf = (name: string) => `${name}-${mutation().mutationId}@quist.test`;

describe('[P3] an invitation over HTTP', () => {
	test('is made, listed without its link, accepted once', async () => {
		const { invitation, link } = await invite();
		expect(link).toMatch(new RegExp(`^${api.app.url}/join/[\\w-]{43}$`));
		const listed = await api.call('GET', '/invitations');
		expect(listed.body.invitations).toContainEqual(invitation);
		expect(JSON.stringify(listed.body)).not.toContain(link.split('/').at(-1));

		const shown = await page(link);
		expect(shown.status).toBe(200);
		expect(shown.headers.get('cache-control')).toBe('no-store');
		expect(shown.headers.get('referrer-policy')).toBe('strict-origin');
		expect(await shown.text()).toContain('Nora Quist');

		const fields = { name: 'Nora', email: emailOf('nora'), password: 'long enough' };
		const joined = await post(link, fields);
		expect([joined.status, joined.headers.get('location')]).toEqual([303, '/work-orders']);
		const token = cookieOf(joined)!;
		const board = await api.call('GET', '/board', { token });
		expect(board).toMatchObject({ status: 200, body: { abilities: { seePrices: false } } });

		for (const again of [await page(link), await post(link, { ...fields, email: emailOf('nora') })]) {
			expect(again.status).toBe(410);
			expect(await again.text()).toContain('Link already used');
		}
		const late = { method: 'DELETE', path: `/invitations/${invitation.id}` };
		await expectRefused(api, late, { status: 410, code: 'link.used' });
	});

	test('that is refused names the fields, keeps what was typed, and works on', async () => {
		const { link } = await invite();
		const typed = { name: 'Nora', email: `${api.ana.id}@example.test`, password: 'long enough' };
		const taken = await post(link, typed);
		expect(taken.status).toBe(422);
		const text = await taken.text();
		expect(text).toContain('Somebody in this shop has this e-mail already.');
		expect(text).toContain(typed.email);
		expect(text).not.toContain(typed.password);
		const short = await post(link, { ...typed, password: 'short' });
		expect(await short.text()).toContain('Use at least 10 characters.');
		expect((await post(link, { ...typed, email: emailOf('nora') })).status).toBe(303);
	});

	test('that is withdrawn leads nowhere', async () => {
		const { invitation, link } = await invite();
		const path = `/invitations/${invitation.id}`;
		expect(await api.call('DELETE', path)).toMatchObject({ status: 204, body: {} });
		expect((await page(link)).status).toBe(404);
		await expectRefused(api, { method: 'DELETE', path }, NO_LINK);
	});

	test('sent again is one invitation under a new link; for somebody else it is refused', async () => {
		const body = { ...mutation(), ...NORA };
		const [first, second] = [await invite(body), await invite(body)];
		expect(second.invitation.id).toBe(first.invitation.id);
		expect((await page(first.link)).status).toBe(404);
		expect((await page(second.link)).status).toBe(200);
		const other = { method: 'POST', path: '/invitations', body: { ...body, role: 'admin' } };
		await expectRefused(api, other, { status: 409, code: 'mutation.reused' });
	});

	const WRONG: [string, object, string][] = [
		['without a name', { name: ' ' }, 'name'],
		['with half a letter', { name: '\udfff' }, 'name'],
		['with a name that turns the direction', { name: '\u202eNora' }, 'name'],
		['with a control character', { name: 'No\u0000ra' }, 'name'],
		['as what there is not', { role: 'owner' }, 'role'],
		['with an id that is none', { mutationId: 'x' }, 'mutationId'],
		['with a field that there is not', { email: 'a@b.test' }, 'email']
	];
	test.each(WRONG)('%s is refused', async (_, more, field) => {
		const asked = { method: 'POST', path: '/invitations', body: { ...NORA, ...more } };
		await expectRefused(api, asked, invalid(field));
	});
});

describe('[P3] a link to a new password over HTTP', () => {
	test('sets it, ends the other sessions, and is used once', async () => {
		const before = await api.signIn(bo);
		const link = await passwordLink();
		expect(link).toMatch(new RegExp(`^${api.app.url}/password/[\\w-]{43}$`));
		const shown = await page(link);
		expect(shown.headers.get('cache-control')).toBe('no-store');
		expect(await shown.text()).toContain(`${bo.id}@example.test`);
		const done = await post(link, { password: 'a new password' });
		expect(done.status).toBe(303);
		expect((await api.call('GET', '/board', { token: before })).status).toBe(401);
		expect((await api.call('GET', '/board', { token: cookieOf(done)! })).status).toBe(200);
		expect((await post(link, { password: 'another password' })).status).toBe(410);
		const credentials = { email: `${bo.id}@example.test`, password: 'a new password' };
		expect((await api.call('POST', '/session', { token: null, body: credentials })).status).toBe(200);
	});

	test('made before another one, or for somebody who is gone, leads nowhere', async () => {
		const first = await passwordLink();
		const second = await passwordLink();
		expect((await page(first)).status).toBe(404);
		await api.call('PATCH', `/people/${bo.id}`, { body: { ...mutation(), active: false } });
		expect((await page(second)).status).toBe(404);
		const anew = { method: 'POST', path: `/people/${bo.id}/password-link` };
		await expectRefused(api, anew, invalid('active'));
	});
});

describe('who may not', () => {
	test('[P3] a page of another site joins nobody', async () => {
		const { link } = await invite();
		const before = await written();
		const fields = { name: 'N', email: emailOf('n'), password: 'long enough' };
		expect((await post(link, fields, { origin: 'https://evil.example' })).status).toBe(403);
		expect(await written()).toEqual(before);
	});

	test.each(['%00', '..%2f..', "x' or 1=1", 'a'.repeat(300)])(
		'an id that is none is not found: %s',
		async (id) => {
			await expectRefused(api, { method: 'DELETE', path: `/invitations/${id}` }, NO_LINK);
			await expectRefused(api, { method: 'POST', path: `/people/${id}/password-link` }, NOT_FOUND);
		}
	);
});

/** What stands in the shop about people. */
async function written(): Promise<unknown> {
	const { sql } = api.database;
	const { shopId } = api.ana;
	return sql`
		select (select count(*) from people where shop_id = ${shopId}) as people,
			(select count(*) from access_links where shop_id = ${shopId}) as links,
			(select count(*) from audit_entries where shop_id = ${shopId}) as audit,
			(select count(*) from sessions where shop_id = ${shopId}) as sessions`.then((rows) => [...rows]);
}

test('[P3] nothing of a link stands in the log', async () => {
	const { link } = await invite();
	const tokens = [link, await passwordLink()].map((address) => address.split('/').at(-1)!);
	for (const address of [link, `${link}x`]) await page(address);
	await post(link, { name: 'N', email: emailOf('n'), password: 'short' });
	await post(link, { name: 'N', email: emailOf('n'), password: 'long enough' });
	await page(link);
	const shown = tokens.map((token) => api.app.log().includes(token));
	expect(shown).toEqual([false, false]);
});

// Last: this network is not let in any more.
test('[P3] guessing at links ends in 429, for the right ones too', async () => {
	const { link } = await invite();
	const wrong = `${api.app.url}/join/${'a'.repeat(43)}`;
	const answers: number[] = [];
	for (let count = 0; count <= ATTEMPTS.account; count++) answers.push((await page(wrong)).status);
	expect(answers[0]).toBe(404);
	expect(answers.at(-1)).toBe(429);
	const refused = await page(link);
	expect(refused.status).toBe(429);
	expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
	expect(await refused.text()).toContain('Too many attempts');
});
