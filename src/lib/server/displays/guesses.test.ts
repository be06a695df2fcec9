import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Actor } from '#lib/people/actor.ts';
import { countGuess, GUESSES } from './guesses.ts';

/** Each test guesses in its own shop, from its own network. */
let round = 0;
beforeEach(() => {
	round += 1;
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});
const admin = (id: number, shop = 0): Actor => ({
	kind: 'person',
	shopId: `shop ${round} ${shop}`,
	id: `admin ${id}`,
	name: 'Ana',
	role: 'admin'
});
const address = (host: number) => `10.${round}.${host}.1`;
const refusal = (guess: Promise<unknown>) =>
	guess.then(
		() => null,
		(error: unknown) => error
	);
const tooMany = (retryAfter: number) => ({ code: 'request.too_many', facts: { retryAfter } });

async function guess(times: number, by: (index: number) => Actor, from: (index: number) => string) {
	for (let index = 0; index < times; index++) await countGuess(by(index), from(index));
}

describe('[D1] guesses at a code', () => {
	test('of one admin are forgiven ten times, then wait, longer each time', async () => {
		const once = () => countGuess(admin(1), address(1));
		const lock = GUESSES.lock;
		for (const seconds of [lock, lock * 4, lock * 16]) {
			await guess(
				GUESSES.admin,
				() => admin(1),
				() => address(1)
			);
			expect(await refusal(once())).toMatchObject(tooMany(seconds));
			expect(await refusal(once())).toMatchObject({ code: 'request.too_many' });
			vi.advanceTimersByTime(seconds * 1000 + 1);
		}
	});

	test('are not counted against whoever is kept out by what others have guessed', async () => {
		await guess(
			GUESSES.shop,
			(index) => admin(index % 2),
			() => address(1)
		);
		expect(await refusal(countGuess(admin(2), address(2)))).toMatchObject({ code: 'request.too_many' });
		for (let tried = 0; tried < 2 * GUESSES.admin; tried++) await refusal(countGuess(admin(3), address(2)));
		vi.advanceTimersByTime(GUESSES.lock * 1000 + 1);
		expect(await refusal(countGuess(admin(3), address(2)))).toBeNull();
	});

	test('of one shop’s admins together stop at twenty', async () => {
		await guess(
			GUESSES.shop,
			(index) => admin(index),
			(index) => address(index)
		);
		expect(await refusal(countGuess(admin(99), address(99)))).toMatchObject(tooMany(GUESSES.lock));
		await countGuess(admin(1, 1), address(99));
	});

	test('from one network stop at thirty, whosever they are', async () => {
		await guess(
			GUESSES.network,
			(index) => admin(index, index),
			() => address(1)
		);
		expect(await refusal(countGuess(admin(99, 99), address(1)))).toMatchObject(tooMany(GUESSES.lock));
		await countGuess(admin(98, 98), address(2));
	});

	test('count when made at the same moment', async () => {
		const guesses = Array.from({ length: 40 }, () => countGuess(admin(1), address(1)));
		const settled = await Promise.allSettled(guesses);
		expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(GUESSES.admin);
	});

	test('that are right are taken back, and forgive no wrong ones', async () => {
		for (let paired = 0; paired < 50; paired++) await (await countGuess(admin(1), address(1)))();
		await guess(
			GUESSES.admin - 1,
			() => admin(1),
			() => address(1)
		);
		await (
			await countGuess(admin(1), address(1))
		)();
		await countGuess(admin(1), address(1));
		expect(await refusal(countGuess(admin(1), address(1)))).toMatchObject(tooMany(GUESSES.lock));
	});
});
