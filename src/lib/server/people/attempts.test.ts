import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ATTEMPTS, countAttempt, networkOf } from './attempts.ts';

/** Each test guesses from its own network. */
let network = 0;
beforeEach(() => {
	network += 1;
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});
const address = (host: number) => `10.${network}.0.${host}`;

async function fail(times: number, account: (index: number) => string, from: (index: number) => string) {
	for (let index = 0; index < times; index += 1) await countAttempt(account(index), from(index));
}

describe('[P3] guesses', () => {
	test('are forgiven ten times from one address at one account, then wait a quarter of an hour', async () => {
		const guess = () => countAttempt('ana@tries.test', address(1));
		await fail(
			ATTEMPTS.pair,
			() => 'ana@tries.test',
			() => address(1)
		);
		const refusal = await guess().catch((error: unknown) => error);
		expect(refusal).toMatchObject({ code: 'request.too_many', facts: { retryAfter: ATTEMPTS.window } });
		vi.advanceTimersByTime(ATTEMPTS.window * 1000 + 1);
		await expect(guess()).resolves.toBeTypeOf('function');
	});

	test('count when made at the same moment', async () => {
		const guesses = Array.from({ length: 40 }, () => countAttempt('all@once.test', address(1)));
		const settled = await Promise.allSettled(guesses);
		expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(ATTEMPTS.pair);
	});

	test('at one account from everywhere stop at thirty', async () => {
		await fail(
			ATTEMPTS.account,
			() => 'wide@tries.test',
			(index) => address(index + 1)
		);
		await expect(countAttempt('wide@tries.test', address(200))).rejects.toMatchObject({
			code: 'request.too_many'
		});
	});

	test('from one address at everybody stop at a hundred', async () => {
		await fail(
			ATTEMPTS.address,
			(index) => `p${index}@many.test`,
			() => address(1)
		);
		await expect(countAttempt('another@many.test', address(1))).rejects.toMatchObject({
			code: 'request.too_many'
		});
	});

	test('from one address alone lock nobody out elsewhere', async () => {
		for (let count = 0; count < 60; count += 1) {
			await countAttempt('victim@shop.test', address(1)).catch(() => undefined);
		}
		await expect(countAttempt('victim@shop.test', address(2))).resolves.toBeTypeOf('function');
	});

	test('that were right do not count, and forgive the wrong ones before them', async () => {
		for (let round = 0; round < 8; round += 1) {
			await fail(
				3,
				() => 'typo@shop.test',
				() => address(1)
			);
			const forget = await countAttempt('typo@shop.test', address(1));
			await forget();
		}
		await expect(countAttempt('typo@shop.test', address(1))).resolves.toBeTypeOf('function');
	});
});

test.each([
	['192.168.1.7', '192.168.1.7'],
	['::ffff:192.168.1.7', '192.168.1.7'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
	['2001:db8:1:2::9', '2001:db8:1:2'],
	['2001:db8::9', '2001:db8:0:0'],
	['::1', '0:0:0:0'],
	['fe80::1%eth0', 'fe80:0:0:0']
])('the network of %s is %s', (given, expected) => {
	expect(networkOf(given)).toBe(expected);
});
