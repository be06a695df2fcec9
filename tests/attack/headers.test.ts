import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OPERATIONS } from '#lib/server/openapi/operations.ts';
import { invitePerson } from '#lib/server/people/invite-person.ts';
import { makePasswordLink } from '#lib/server/people/make-password-link.ts';
import { mutation } from '#tests/support/test-shop.ts';
import { buildPerson } from '#tests/support/factories.ts';
import { addressOf, REQUESTS } from './requests.ts';
import { filesIn, routesWith } from './routes.ts';
import { inShop, type Target } from './targets.ts';
import { startTwoShops, type TwoShops } from './two-shops.ts';

const ORIGIN = 'https://board.example.com';
let shops: TwoShops;
let target: Target;
let links: { join: string; password: string };
/** Bytes. nginx and others give them 4,096, the line before them included. */
const MOST_HEADERS = 4_000;
let looked = 0;
beforeAll(async () => {
	shops = await startTwoShops({ ORIGIN });
	target = inShop(shops, shops.ours);
	links = await makeLinks();
}, 200_000);
afterAll(async () => {
	console.log(`Headers: ${looked} answers looked at.`);
	await shops.stop();
});

async function makeLinks(): Promise<typeof links> {
	const { deps, ours } = shops;
	const bo = await buildPerson(deps.sql, ours.shopId, { role: 'viewer' });
	return {
		join: (await invitePerson(deps, ours, { ...mutation(), name: 'Nora', role: 'viewer' })).token,
		password: (await makePasswordLink(deps, ours, bo.id)).token
	};
}

const get = (address: string, init: RequestInit = {}) =>
	fetch(shops.api.app.url + address, { redirect: 'manual', ...init });
const asAdmin = () => ({ headers: { cookie: `benchboard_session=${shops.api.token}` } });

/** What every answer carries, whatever it answers. */
function expectGuarded({ headers }: Response, what: string): void {
	looked++;
	const guards = {
		nosniff: headers.get('x-content-type-options'),
		framing: headers.get('x-frame-options'),
		opener: headers.get('cross-origin-opener-policy'),
		resource: headers.get('cross-origin-resource-policy'),
		https: headers.get('strict-transport-security')
	};
	expect(guards, what).toEqual({
		nosniff: 'nosniff',
		framing: 'DENY',
		opener: 'same-origin',
		resource: 'same-origin',
		https: 'max-age=31536000'
	});
	expect(headers.get('referrer-policy'), what).toMatch(/^(same-origin|strict-origin)$/);
	expect(headers.get('permissions-policy'), what).toContain('geolocation=()');
	const told = [...headers.keys()].filter((name) => /^(server|x-powered-by|via|access-control-)/.test(name));
	expect(told, `${what} tells what the server is, or lets others read it`).toEqual([]);
	const lines = [...headers].map(([name, value]) => `${name}: ${value}\r\n`.length);
	const bytes = lines.reduce((sum, length) => sum + length, 0);
	expect(bytes, `${what} has more headers than a proxy takes`).toBeLessThan(MOST_HEADERS);
}

function policyOf({ headers }: Response): Record<string, string> {
	const parts = (headers.get('content-security-policy') ?? '')
		.split(';')
		.map((part) => part.trim().split(/ (.*)/));
	return Object.fromEntries(parts.map(([name = '', sources = '']) => [name, sources]));
}

/** A page runs the program's scripts and nothing else, and stands in nobody's frame. */
function expectStrictPage(page: Response, html: string, what: string): void {
	const policy = policyOf(page);
	expect(policy, what).toMatchObject({
		'default-src': "'self'",
		'object-src': "'none'",
		'base-uri': "'self'",
		'form-action': "'self'",
		'frame-ancestors': "'none'"
	});
	const nonce = /^'self' 'nonce-([\w+/=]+)'$/.exec(policy['script-src'] ?? '')?.[1];
	expect(nonce, `${what}: ${policy['script-src'] ?? 'no policy'}`).toBeDefined();
	const strange = [...html.matchAll(/<script\b[^>]*>/g)].filter(([tag]) => !tag.includes(`nonce="${nonce}"`));
	expect(
		strange.map(([tag]) => tag),
		what
	).toEqual([]);
	expect(html.match(/<[^>]+\son\w+=/g) ?? [], `${what} has a handler in an attribute`).toEqual([]);
}

/** Addresses of the routes that have a file of this name, for things that there are. */
async function addressesWith(file: '+page.svelte' | '+server.ts'): Promise<string[]> {
	const [number, id] = [await target.job(), await target.contact()];
	return routesWith(file).map((route) =>
		route
			.replace('[number]', String(number))
			.replace('[id]', id)
			.replace('join/[token]', `join/${links.join}`)
			.replace('password/[token]', `password/${links.password}`)
			.replace('[...rest]', 'old')
	);
}

describe('every page', () => {
	test('is guarded, for somebody and for nobody, and so is its data', async () => {
		const pages = await addressesWith('+page.svelte');
		expect(pages.length).toBeGreaterThan(15);
		for (const page of [...pages, '/nothing', '/work-orders/999999', '/contacts/none', '/join/x', '/%00']) {
			for (const [who, init] of [
				['somebody', asAdmin()],
				['nobody', {}]
			] as const) {
				const response = await get(page, init);
				const html = await response.text();
				expectGuarded(response, `${page} for ${who}`);
				expect(response.headers.get('cache-control'), page).toMatch(/private|no-store/);
				if (response.headers.get('content-type')?.startsWith('text/html'))
					expectStrictPage(response, html, `${page} for ${who}`);
			}
			expectGuarded(await get(`${page}/__data.json`, asAdmin()), `the data of ${page}`);
		}
	});

	test('that a form was refused by is guarded too', async () => {
		const body = new URLSearchParams({ email: 'a@b.test', password: 'wrong' });
		const accept = { accept: 'text/html' };
		const wrong = await get('/sign-in', { method: 'POST', body, headers: accept });
		expect(wrong.status).toBe(401);
		expectGuarded(wrong, 'a refused sign-in');
		expectStrictPage(wrong, await wrong.text(), 'a refused sign-in');
		for (const headers of [{ origin: 'https://evil.example' }, { ...accept, origin: 'null' }])
			expectGuarded(await get('/sign-in', { method: 'POST', body, headers }), 'a foreign form');
	});

	test('whatever else is not the API', async () => {
		for (const address of [...(await addressesWith('+server.ts')), '/%zz', '/..%2f', '//']) {
			expectGuarded(await get(address), address);
			expectGuarded(await get(address, { method: 'POST' }), `POST ${address}`);
			expectGuarded(await get(address, { method: 'OPTIONS' }), `OPTIONS ${address}`);
		}
	});
});

describe('every answer of the API', () => {
	test.each(OPERATIONS)('$method $path', async ({ method, path }) => {
		const request = await REQUESTS[`${method} ${path}`]!(target, { shops, email: 'nobody@example.test' });
		const address = `/api/v1${addressOf(path, request)}`;
		const asked = [
			await get(address, { method: method.toUpperCase() }),
			await get(address, { method: 'OPTIONS', headers: { origin: 'https://evil.example' } }),
			...(method === 'get' ? [await get(address, asAdmin())] : [])
		];
		for (const response of asked) {
			expectGuarded(response, `${method} ${path}: ${response.status}`);
			expect(policyOf(response)['default-src']).toBe("'none'");
			expect(response.headers.get('cache-control')).toMatch(/private|no-store/);
			expect((await response.arrayBuffer()).byteLength).toBeGreaterThanOrEqual(0);
		}
	});

	test('[A3] a file is shown as what it is, runs nothing, and is nobody else’s', async () => {
		const id = await target.picture();
		for (const address of [
			`/api/v1/attachments/${id}`,
			`/api/v1/attachments/${id}/thumbnail`,
			'/api/v1/shop/logo'
		]) {
			const response = await get(address, asAdmin());
			expect(response.status, address).toBe(200);
			expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
			expect(response.headers.get('content-type')).toMatch(/^image\/(png|webp)$/);
			expect(response.headers.get('content-disposition')).toMatch(/^inline; filename=/);
			expect(response.headers.get('cache-control')).toMatch(/^private/);
		}
	});

	test('a refusal of what is too large, or has no such way', async () => {
		const body = 'x'.repeat(100_000);
		const headers = { ...asAdmin().headers, origin: ORIGIN, 'content-type': 'application/json' };
		expectGuarded(await get('/api/v1/jobs', { method: 'POST', body, headers }), 'too large');
		expectGuarded(await get('/api/v1/nothing'), 'nothing');
		expectGuarded(await get('/api/v1/board', { method: 'PUT', headers }), 'PUT');
	});
});

test('every file of the program is guarded', { timeout: 60_000 }, async () => {
	const files = [...filesIn('static'), ...filesIn('build/client')].filter((name) => !/\.(br|gz)$/.test(name));
	expect(files.length).toBeGreaterThan(50);
	for (const file of files) {
		const response = await get(file);
		expect(response.status, file).toBe(200);
		expectGuarded(response, file);
		await response.arrayBuffer();
	}
});

describe('[P3] the token of a link', () => {
	const pages = () => [`/join/${links.join}`, `/password/${links.password}`];

	test('is told to nobody: not by Referer, not by a store on the way, not by a link to elsewhere', async () => {
		const wrong = [`/join/${'a'.repeat(43)}`, `/password/${'b'.repeat(43)}`];
		const forms = { method: 'POST', body: new URLSearchParams({ name: 'N', password: 'short' }) };
		for (const page of [...pages(), ...wrong]) {
			for (const init of [{}, asAdmin(), { ...forms, headers: { accept: 'text/html', origin: ORIGIN } }]) {
				const response = await get(page, init);
				const html = await response.text();
				expect(response.headers.get('referrer-policy'), page).toBe('strict-origin');
				expect(response.headers.get('cache-control'), page).toBe('no-store');
				const elsewhere = [...html.matchAll(/(?:href|src|action)="(https?:)?\/\/[^"]*"/g)].map(
					([link]) => link
				);
				expect(elsewhere, page).toEqual([]);
			}
		}
	});

	test('stands in no line of the log', () => {
		const log = shops.api.app.log();
		for (const token of Object.values(links)) expect(log).not.toContain(token);
		expect(log).not.toContain(shops.api.token);
		expect(shops.api.errors()).toEqual([]);
	});
});
