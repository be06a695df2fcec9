import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_DISPLAY } from '#lib/displays/display.ts';
import { CODE_ALPHABET, CODE_GRACE_MINUTES, CODE_LENGTH, CODE_MINUTES } from '#lib/displays/pairing-code.ts';
import { findDisplay } from '#lib/server/displays/find-display.ts';
import { hashToken } from '#lib/server/people/session-store.ts';
import { buildDisplay, buildPerson, buildShop } from '#tests/support/factories.ts';
import { MINUTE } from '#tests/support/test-deps.ts';
import { mutation, NOW, testShop } from '#tests/support/test-shop.ts';
import { isDisplayToken } from './display-token.ts';
import { GUESSES } from './guesses.ts';
import { issueCode } from './issue-code.ts';
import { listDisplays } from './list-displays.ts';
import { pairDisplay } from './pair-display.ts';
import { stateOf } from './screen-state.ts';

const shop = testShop();
const wrong = { code: 'display.code_wrong' };

/** Each test guesses from a network of its own. */
let network = 0;
beforeEach(() => {
	network += 1;
});
const here = () => `10.1.${network}.1`;

async function waiting(held?: string): Promise<{ token: string; code: string }> {
	const { token, pairing } = await issueCode(shop.deps, held);
	if (pairing.state !== 'waiting') throw new Error('It is paired');
	return { token, code: pairing.code };
}

const pair = (code: string, more: object = {}, by = shop.ana) =>
	pairDisplay(shop.deps, by, { code, name: 'Front wall', settings: {}, ...more }, here());

const codes = () => shop.sql`select code_hash, token_hash from display_codes`;

describe('[D1] a screen that waits', () => {
	test('gets a code and a token of its own, and neither is stored', async () => {
		const { token, pairing } = await issueCode(shop.deps, undefined);
		expect(isDisplayToken(token)).toBe(true);
		expect(pairing).toMatchObject({ state: 'waiting', changesAt: '2026-03-02T10:10:00.000Z' });
		const { code } = pairing as { code: string };
		expect(code).toMatch(new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`));
		const stored = JSON.stringify(await codes());
		expect(stored).not.toContain(code);
		expect(stored).not.toContain(token);
		expect(await stateOf(shop.deps.db, token, shop.clock.now())).toBe('waiting');
	});

	test('keeps its token with its next code, and the one before works until it is too old', async () => {
		const first = await waiting();
		shop.clock.pass(CODE_MINUTES * MINUTE);
		const second = await waiting(first.token);
		expect(second.token).toBe(first.token);
		expect(second.code).not.toBe(first.code);
		await pair(first.code);
		await expect(pair(second.code)).rejects.toMatchObject(wrong);
	});

	test('that slept through its code gets a new token, and what is too old is cleared away', async () => {
		const first = await waiting();
		shop.clock.pass((CODE_MINUTES + CODE_GRACE_MINUTES) * MINUTE);
		expect(await stateOf(shop.deps.db, first.token, shop.clock.now())).toBe('unknown');
		expect((await waiting(first.token)).token).not.toBe(first.token);
		const [kept] =
			await shop.sql`select count(*)::int as count from display_codes where expires_at <= ${shop.clock.now()}`;
		expect(kept).toEqual({ count: 0 });
	});

	test('is told that it was paired when it asks for another code', async () => {
		const { token, code } = await waiting();
		await pair(code);
		expect(await issueCode(shop.deps, token)).toEqual({ token, pairing: { state: 'paired' } });
		expect(await stateOf(shop.deps.db, token, shop.clock.now())).toBe('paired');
	});

	test('of a token that nobody knows, a revoked one’s for instance, never keeps it', async () => {
		for (const held of ['display_made-up', '', 'x'.repeat(5_000)])
			expect((await waiting(held)).token).not.toBe(held);
	});
});

describe('[D1] pairing', () => {
	test('hands the screen’s token over to a display, which is named and set', async () => {
		const { token, code } = await waiting();
		const display = await pair(code, { settings: { density: 'dense', statuses: ['RP'] } });
		expect(display).toEqual({
			id: expect.any(String) as string,
			name: 'Front wall',
			settings: { ...DEFAULT_DISPLAY, density: 'dense', statuses: ['RP'] },
			pairedAt: NOW,
			pairedBy: 'Ana Ruiz',
			seenAt: null
		});
		expect(await listDisplays(shop.deps, shop.ana)).toEqual([display]);
		expect(await findDisplay(shop.sql, token)).toMatchObject({
			actor: { kind: 'display', shopId: shop.ana.shopId, id: display.id, name: 'Front wall' }
		});
		const [entry] =
			await shop.sql`select by_name, fact from audit_entries where shop_id = ${shop.ana.shopId}`;
		expect(entry).toEqual({ by_name: 'Ana Ruiz', fact: { kind: 'display_paired', display: 'Front wall' } });
	});

	test('takes a code as people type it', async () => {
		const { code } = await waiting();
		await pair(` ${code.slice(0, 4).toLowerCase()} - ${code.slice(4)}`);
	});

	test.each(['CCCCCCCC', 'x', '%', '’'])('a code that no screen shows is refused: %j', async (code) => {
		await expect(pair(code)).rejects.toMatchObject(wrong);
	});

	test('a code works once, for one shop', async () => {
		const { code } = await waiting();
		await pair(code);
		await expect(pair(code)).rejects.toMatchObject(wrong);
		const eve = await buildPerson(shop.sql, await buildShop(shop.sql));
		await expect(pair(code, {}, eve)).rejects.toMatchObject(wrong);
		expect(await listDisplays(shop.deps, eve)).toEqual([]);
	});

	test('a code that is too old is refused, and one minute earlier it is not', async () => {
		const [late, early] = [await waiting(), await waiting()];
		shop.clock.pass((CODE_MINUTES + CODE_GRACE_MINUTES) * MINUTE - 1);
		await pair(early.code);
		shop.clock.pass(1);
		await expect(pair(late.code)).rejects.toMatchObject(wrong);
	});

	test('of ten at the same moment exactly one wins', async () => {
		const { token, code } = await waiting();
		const eve = await buildPerson(shop.sql, await buildShop(shop.sql));
		const tries = Array.from({ length: 10 }, (_, index) => pair(code, {}, index % 2 ? eve : shop.ana));
		const settled = await Promise.allSettled(tries);
		expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		const rows =
			await shop.sql`select 1 from displays where shop_id in ${shop.sql([eve.shopId, shop.ana.shopId])}`;
		expect(rows).toHaveLength(1);
		expect(await stateOf(shop.deps.db, token, shop.clock.now())).toBe('paired');
	});

	test('a code that is issued at the same moment never pairs the screen a second time', async () => {
		const { token, code } = await waiting();
		const [, issued] = await Promise.all([pair(code), ...[1, 2, 3].map(() => issueCode(shop.deps, token))]);
		expect([token, expect.any(String)]).toContainEqual(issued?.token);
		const left = await codes();
		expect(left.filter((row) => row.token_hash === hashToken(token))).toEqual([]);
	});

	test('the same mutation id again gets the same display, and names no other screen', async () => {
		const [first, second] = [await waiting(), await waiting()];
		const asked = mutation();
		const display = await pair(first.code, asked);
		expect(await pair(first.code, asked)).toEqual(display);
		await expect(pair(second.code, asked)).rejects.toMatchObject({ code: 'mutation.reused' });
		await pair(second.code, mutation());
		expect(await listDisplays(shop.deps, shop.ana)).toHaveLength(2);
	});
});

describe('[W13] who may', () => {
	test.each(['salesperson', 'jeweler', 'viewer'] as const)('a %s pairs and lists nothing', async (role) => {
		const { code } = await waiting();
		const by = await buildPerson(shop.sql, shop.ana.shopId, { role });
		const forbidden = { code: 'forbidden' };
		await expect(pair(code, {}, by)).rejects.toMatchObject(forbidden);
		await expect(listDisplays(shop.deps, by)).rejects.toMatchObject(forbidden);
		await pair(code);
	});

	test('[P1] nobody lists another shop’s displays', async () => {
		await buildDisplay(shop.sql, await buildShop(shop.sql));
		expect(await listDisplays(shop.deps, shop.ana)).toEqual([]);
	});
});

test('[D1] a request that has paired a screen answers no guesses for nothing', async () => {
	const { code } = await waiting();
	const again = mutation();
	await pair(code, again);
	for (let guess = 0; guess < GUESSES.admin; guess++) await pair('CCCCCCCC', again);
	await expect(pair('CCCCCCCC', again)).rejects.toMatchObject({ code: 'request.too_many' });
});
