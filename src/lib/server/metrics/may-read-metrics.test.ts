import { describe, expect, test } from 'vitest';
import { mayReadMetrics } from './may-read-metrics.ts';

const TOKEN = 'scrape-0123456789abcdef';

function visitor(address: string, more: Record<string, string> = {}) {
	return { address, headers: new Headers({ host: 'localhost:3000', ...more }), origin: null };
}

describe('with a token', () => {
	test.each([
		['the token', `Bearer ${TOKEN}`, true],
		['the token, in another case of the scheme', `bearer ${TOKEN}`, true],
		['another token', 'Bearer scrape-0123456789abcdeg', false],
		['a part of it', 'Bearer scrape', false],
		['more than it', `Bearer ${TOKEN}0`, false],
		['a password', `Basic ${TOKEN}`, false]
	])('%s: %s → %s', (_, authorization, may) => {
		expect(mayReadMetrics(visitor('203.0.113.9', { authorization }), TOKEN)).toBe(may);
	});

	test('being on the machine is not enough', () => {
		expect(mayReadMetrics(visitor('127.0.0.1'), TOKEN)).toBe(false);
	});
});

describe('without a token', () => {
	test.each([
		['the machine itself', visitor('127.0.0.1'), true],
		['another machine', visitor('192.168.1.20'), false],
		['somebody through a proxy', visitor('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }), false],
		['somebody with an empty token', visitor('192.168.1.20', { authorization: 'Bearer x' }), false]
	])('%s', (_, who, may) => expect(mayReadMetrics(who, null)).toBe(may));
});
