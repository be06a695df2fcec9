import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OPERATIONS } from '#lib/server/openapi/operations.ts';
import type { Operation } from '#lib/server/openapi/operation.ts';
import { ATTACKERS, secretsOf, type Attacker, type Credentials } from './attackers.ts';
import { MORE_IDS, REQUESTS, type Make, type RightRequest } from './requests.ts';
import { expectedOf, LISTED_OPERATIONS } from './rights.ts';
import { send, shapeOf, type Answered } from './send.ts';
import { inShop, inTheirShop, NOWHERE, withOneOf, type Target } from './targets.ts';
import { MARK, startTwoShops, type TwoShops } from './two-shops.ts';

let shops: TwoShops;
const secrets = new Set<string>();
const counts = { rights: 0, refused: 0, foreignIds: 0 };
beforeAll(async () => {
	shops = await startTwoShops();
}, 200_000);
afterAll(async () => {
	console.log(
		`Tenant matrix: ${OPERATIONS.length} operations × ${ATTACKERS.length} who ask: ${counts.rights} requests answered as the ` +
			`table says, ${counts.refused} of them refused; ${counts.foreignIds} ids of another shop answered like ids of nobody.`
	);
	await shops.stop();
});

const nameOf = ({ method, path }: Operation) => `${method} ${path}`;
const named = OPERATIONS.map((operation) => [nameOf(operation), operation] as const);

/** Somebody who asks for an operation, with a request made of what is in a shop. */
interface Try {
	attacker: Attacker;
	request: RightRequest;
	credentials: Credentials;
	/** How many things the request names. */
	ids: number;
}

/** Comes, and makes a request of what is in this shop, but for the thing number `index`. */
async function prepare(attacker: Attacker, make: Make, other: Target = NOWHERE, index = -1): Promise<Try> {
	const credentials = await attacker.come(shops);
	for (const secret of secretsOf(credentials)) secrets.add(secret);
	// Whoever has fallen has nothing any more: they ask for what is the admin's.
	const person = (attacker.column !== 'nobody' && credentials.person) || shops.ours;
	const { target, asked } = withOneOf(inShop(shops, person), other, index);
	const request = await make(target, { shops, email: await emailOf(person.id) });
	return { attacker, request, credentials, ids: asked() };
}

/** The e-mail of somebody who can sign in with the password that everybody has here. */
async function emailOf(personId: string): Promise<string> {
	const { sql } = shops.deps;
	const [row] = await sql<{ email: string }[]>`
		update people set password_hash = ${shops.passwordHash} where id = ${personId} returning email`;
	return row!.email;
}

async function theirThings(): Promise<unknown> {
	const { shopId } = shops.theirs;
	return [await shops.contents(shopId), await shops.files(shopId)];
}

/** Nothing of the other shop, and nothing of how the server is made. */
function expectSilent({ text }: Answered): void {
	expect(text).not.toContain(MARK);
	expect(text).not.toContain(shops.theirs.shopId);
}

/** A refusal in problem details, without a word of how the server is made. */
function expectProblem({ headers, text, body, status }: Answered): void {
	expect(headers.get('content-type')).toBe('application/problem+json');
	expect(body).toMatchObject({ status, code: expect.any(String) as string });
	expect(text).not.toMatch(/select |insert |\.[jt]s:|node_modules|stack/);
}

const CODES = {
	401: /^unauthenticated$/,
	403: /^(forbidden|origin_refused)$/,
	404: /not_found$/
} as const;

describe('[W13] every operation, whoever asks', () => {
	test('has a row in the table of rights, and a right request', () => {
		const document = named.map(([name]) => name).sort();
		expect([...LISTED_OPERATIONS].sort()).toEqual(document);
		expect(Object.keys(REQUESTS).sort()).toEqual(document);
	});

	test.each(named)('%s', { timeout: 60_000 }, async (name, operation) => {
		const tries: Try[] = [];
		for (const attacker of ATTACKERS) tries.push(await prepare(attacker, REQUESTS[name]!));
		const isRefused = ({ attacker }: Try) => expectedOf(name, attacker.column) !== 'ok';
		const before = await ourThings();
		for (const refused of tries.filter(isRefused)) await expectRefusal(name, operation, refused);
		expect(await ourThings(), `${name}: a refusal has changed something`).toEqual(before);
		for (const allowed of tries.filter((one) => !isRefused(one))) {
			const answered = await send(shops, operation, allowed.request, allowed.credentials);
			expect(answered.status, `${name} by ${allowed.attacker.name}: ${answered.text}`).toBe(
				operation.answer.status
			);
			expectSilent(answered);
		}
		counts.rights += tries.length;
	});

	async function expectRefusal(name: string, operation: Operation, refused: Try): Promise<void> {
		const { attacker, request, credentials } = refused;
		const status = expectedOf(name, attacker.column) as keyof typeof CODES;
		const answered = await send(shops, operation, request, credentials);
		expect(answered.status, `${name} by ${attacker.name}: ${answered.text}`).toBe(status);
		expectProblem(answered);
		expectSilent(answered);
		expect((answered.body as { code: string }).code).toMatch(CODES[status]);
		counts.refused++;
	}

	/** But for what the server does by itself: it clears sessions away that are over, and files that were removed. */
	async function ourThings(): Promise<unknown> {
		const { object_removals: _, ...contents } = await shops.contents(shops.ours.shopId);
		const { sql } = shops.deps;
		const { sessions: _sessions, ...rest } = contents;
		const [open] = await sql`
			select count(*) from sessions s join people p on p.shop_id = s.shop_id and p.id = s.person_id
			where s.shop_id = ${shops.ours.shopId} and s.expires_at > now() and p.active`;
		return { ...rest, open };
	}
});

describe('[P1] an id of another shop is answered like one that nobody has, and changes nothing there', () => {
	const INSIDERS = ATTACKERS.filter(({ isInsider }) => isInsider);
	const requests = [
		...named.map(([name, operation]) => [name, operation, REQUESTS[name]!] as const),
		...MORE_IDS.map(([name, make]) => [name, named.find(([other]) => other === name)![1], make] as const)
	];

	test.each(requests)('%s', { timeout: 60_000 }, async (name, operation, make) => {
		const pairs: Awaited<ReturnType<typeof pairsOf>> = [];
		for (const attacker of INSIDERS) pairs.push(...(await pairsOf(attacker, make)));
		const before = await theirThings();
		for (const [missing, theirs] of pairs) {
			const asMissing = await send(shops, operation, missing.request, missing.credentials);
			const answered = await send(shops, operation, theirs.request, theirs.credentials);
			expectAlike(answered, asMissing, `${name} by ${theirs.attacker.name}`);
		}
		expect(await theirThings(), `${name} has changed something`).toEqual(before);
		counts.foreignIds += pairs.length;
	});

	/** For each thing that a request names, the request with one that nobody has and with one of the other shop. */
	async function pairsOf(attacker: Attacker, make: Make): Promise<[missing: Try, theirs: Try][]> {
		const { ids } = await prepare(attacker, make);
		const pairs: [Try, Try][] = [];
		for (let index = 0; index < ids; index++) {
			const missing = await prepare(attacker, make, NOWHERE, index);
			pairs.push([missing, await prepare(attacker, make, inTheirShop(shops), index)]);
		}
		return pairs;
	}

	function expectAlike(theirs: Answered, missing: Answered, what: string): void {
		expect(theirs.status, what).toBe(missing.status);
		expect([...theirs.headers.keys()], what).toEqual([...missing.headers.keys()]);
		if (theirs.status < 400) expect(shapeOf(theirs.body), what).toEqual(shapeOf(missing.body));
		else expect(theirs.body, what).toEqual(missing.body);
		expectSilent(theirs);
	}
});

test('no error of ours was logged, and no token, password or name of somebody', () => {
	expect(shops.api.errors()).toEqual([]);
	const log = shops.api.app.log();
	expect([...secrets].filter((secret) => log.includes(secret))).toEqual([]);
	expect(log).not.toContain(MARK);
});
