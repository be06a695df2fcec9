import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invitePerson } from '#lib/server/people/invite-person.ts';
import { makePasswordLink } from '#lib/server/people/make-password-link.ts';
import { buildPerson } from '#tests/support/factories.ts';
import { mutation } from '#tests/support/test-shop.ts';
import {
	ATTACKERS,
	headersOf,
	secretsOf,
	type Attacker,
	type Column,
	type Credentials
} from './attackers.ts';
import { ALL, may, type Expected } from './rights.ts';
import { routesWith, routesWithForms } from './routes.ts';
import { inShop, inTheirShop, NOWHERE, type Target } from './targets.ts';
import { MARK, startTwoShops, type TwoShops } from './two-shops.ts';

/** Sent elsewhere. */
const GO = 303;
type Shown = Expected | typeof GO;

/** What every page shows whom. A new page gets its row here, or the suite fails. */
const TABLE: Record<string, readonly Shown[]> = {
	// page                 admin, salesperson, jeweler, viewer | display | nobody
	'/': [GO, GO, GO, GO, GO, GO],
	'/sign-in': [GO, GO, GO, GO, 'ok', 'ok'],
	'/set-up': [GO, GO, GO, GO, GO, GO],
	'/display': [...ALL, 'ok', 'ok'],
	'/offline': [...ALL, 'ok', 'ok'],
	'/join/[token]': [...ALL, 'ok', 'ok'],
	'/password/[token]': [...ALL, 'ok', 'ok'],

	'/dashboard': [...ALL, GO, GO],
	'/profile': [...ALL, GO, GO],
	'/contacts': [...ALL, GO, GO],
	'/contacts/[id]': [...ALL, GO, GO],
	'/work-orders': [...ALL, GO, GO],
	'/work-orders/list': [...ALL, GO, GO],
	'/work-orders/[number]': [...ALL, GO, GO],

	'/contacts/new': [...may('manageContacts'), GO, GO],
	'/settings': [...may('manageShop'), GO, GO],
	'/settings/audit': [...may('manageShop'), GO, GO],
	'/settings/displays': [...may('manageShop'), GO, GO],
	'/settings/people': [...may('managePeople'), GO, GO]
};
const COLUMNS: readonly Column[] = ['admin', 'salesperson', 'jeweler', 'viewer', 'display', 'nobody'];

/** A page of another site may lead here: it reads as whoever is signed in, and never sees it. */
const expectedOf = (page: string, column: Column) =>
	TABLE[page]?.[column === 'foreign page' ? 0 : COLUMNS.indexOf(column)];

let shops: TwoShops;
let links: Record<string, string>;
const secrets = new Set<string>();
const counts = { pages: 0, forms: 0, foreignIds: 0 };
beforeAll(async () => {
	shops = await startTwoShops();
	const { deps, ours } = shops;
	const bo = await buildPerson(deps.sql, ours.shopId, { role: 'viewer' });
	links = {
		'/join/[token]': (await invitePerson(deps, ours, { ...mutation(), name: 'N', role: 'viewer' })).token,
		'/password/[token]': (await makePasswordLink(deps, ours, bo.id)).token
	};
}, 200_000);
afterAll(async () => {
	console.log(
		`Page matrix: ${counts.pages} pages shown or refused as the table says, ${counts.forms} forms of other sites ` +
			`refused; ${counts.foreignIds} ids of another shop answered like ids of nobody.`
	);
	await shops.stop();
});

async function fill(page: string, of: Target): Promise<string> {
	if (page.includes('[number]')) return page.replace('[number]', String(await of.job()));
	if (page.includes('[id]')) return page.replace('[id]', await of.contact());
	return page.replace('[token]', links[page] ?? '');
}

async function arrive(attacker: Attacker): Promise<Credentials> {
	const credentials = await attacker.come(shops);
	for (const secret of secretsOf(credentials)) secrets.add(secret);
	return credentials;
}

function open(address: string, credentials: Credentials, init: RequestInit = {}): Promise<Response> {
	const headers = { accept: 'text/html', ...headersOf(credentials) };
	return fetch(shops.api.app.url + address, { redirect: 'manual', ...init, headers });
}

describe('[W13] every page, whoever looks', () => {
	test('has a row in the table', () => {
		const pages = new Set([...routesWith('+page.svelte'), ...routesWith('+page.server.ts')]);
		expect(Object.keys(TABLE).sort()).toEqual([...pages].sort());
	});

	test.each(Object.keys(TABLE))('%s', { timeout: 60_000 }, async (page) => {
		for (const attacker of ATTACKERS) {
			const address = await fill(page, inShop(shops, shops.ours));
			const response = await open(address, await arrive(attacker));
			const expected = expectedOf(page, attacker.column);
			expect(response.status, `${page} for ${attacker.name}`).toBe(expected === 'ok' ? 200 : expected);
			expect(await response.text()).not.toContain(MARK);
			counts.pages++;
		}
	});
});

test('[P1] every form that a page of another site posts is refused', async () => {
	const forms = [...routesWithForms(), '/sign-out', '/set-up?/create', '/set-up?/demo'];
	expect(forms.length).toBeGreaterThan(5);
	for (const attacker of ATTACKERS.filter(({ column }) => column === 'foreign page')) {
		for (const form of forms) {
			const address = await fill(form, NOWHERE);
			const body = new URLSearchParams({ name: 'N', email: 'n@example.test', password: 'long enough' });
			const response = await open(address, await arrive(attacker), { method: 'POST', body });
			expect(response.status, `${form} by ${attacker.name}`).toBe(403);
			expect(response.headers.get('set-cookie')).toBeNull();
			counts.forms++;
		}
	}
});

describe('[P1] an address with an id of another shop shows what one with nobody’s shows', () => {
	const INSIDERS = ATTACKERS.filter(({ isInsider }) => isInsider);
	const ADDRESSES: [string, (of: Target) => Promise<string | number>][] = [
		['/work-orders/{}', (of) => of.job()],
		['/work-orders?job={}', (of) => of.job()],
		['/work-orders?salesperson={}', (of) => of.person()],
		['/work-orders?vendor={}', (of) => of.contact('vendor')],
		['/work-orders/list?salesperson={}', (of) => of.person()],
		['/work-orders/list?vendor={}', (of) => of.contact('vendor')],
		['/work-orders/list?jeweler={}', (of) => of.person()],
		['/contacts/{}', (of) => of.contact()],
		['/contacts?cursor={}', (of) => of.contact()],
		['/contacts/{}?jobs=1', (of) => of.contact()],
		['/settings/audit?by={}', (of) => of.person()],
		['/settings/people?person={}', (of) => of.person()]
	];

	test.each(ADDRESSES)('%s', async (address, idOf) => {
		const theirs = inTheirShop(shops);
		for (const attacker of INSIDERS) {
			const credentials = await arrive(attacker);
			const [missing, strange] = [String(await idOf(NOWHERE)), String(await idOf(theirs))];
			const before = await shops.contents(shops.theirs.shopId);
			for (const kind of ['', '/__data.json']) {
				const of = async (id: string) => {
					const [path = '', query = ''] = address.replace('{}', id).split('?');
					const response = await open(`${path}${kind}${query && `?${query}`}`, credentials);
					return [response.status, comparable(await response.text(), id)] as const;
				};
				const [asMissing, asStrange] = [await of(missing), await of(strange)];
				expect(asStrange, `${address} for ${attacker.name}`).toEqual(asMissing);
				expect(asStrange[1]).not.toContain(MARK);
				counts.foreignIds++;
			}
			expect(await shops.contents(shops.theirs.shopId)).toEqual(before);
		}
	});

	/** What stands in an answer, without what is different in each: the id itself, the nonce, the time, who asks. */
	function comparable(text: string, id: string): string {
		return text
			.replaceAll(id.padStart(6, '0'), 'ID')
			.replaceAll(id, 'ID')
			.replace(/nonce="[^"]*"/g, '')
			.replace(/\b[a-z2-7]{16}\b/g, 'id')
			.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'now');
	}
});

test('no error of ours was logged, and no token or password', () => {
	expect(shops.api.errors()).toEqual([]);
	const log = shops.api.app.log();
	expect([...secrets, ...Object.values(links)].filter((secret) => log.includes(secret))).toEqual([]);
});
