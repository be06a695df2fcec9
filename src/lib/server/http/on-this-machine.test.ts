import { describe, expect, test } from 'vitest';
import { isOnThisMachine } from './on-this-machine.ts';

function visitor(
	address: string,
	host: string,
	more: Record<string, string> = {},
	origin: string | null = null
) {
	return { address, headers: new Headers({ host, ...more }), origin };
}

describe('[P2] on the machine itself', () => {
	test.each([
		['127.0.0.1', 'localhost:3000', {}, true],
		['::1', '[::1]:3000', {}, true],
		['::ffff:127.0.0.1', '127.0.0.1:3000', {}, true],
		['192.168.1.20', '192.168.1.5:3000', {}, false],
		['192.168.1.20', 'localhost:3000', {}, false],
		['127.0.0.1', 'board.example.com', {}, false],
		['127.0.0.1', 'localhost.evil.example:3000', {}, false],
		['127.0.0.1', 'localhost:3000', { 'x-forwarded-for': '203.0.113.9' }, false],
		['127.0.0.1', 'localhost:3000', { 'x-real-ip': '203.0.113.9' }, false],
		['127.0.0.1', 'localhost:3000', { via: '1.1 proxy' }, false],
		['127.0.0.1', 'localhost:3000', { forwarded: 'for=203.0.113.9' }, false]
	])('%s asking for %s with %j: %s', (address, host, more, on) => {
		expect(isOnThisMachine(visitor(address, host, more))).toBe(on);
	});

	test.each([
		['https://board.example.com', false],
		['http://192.168.1.5:3000', false],
		['http://localhost.example.com', false],
		['http://localhost:3000', true],
		['http://127.0.0.1:3000', true],
		['http://[::1]:3000', true]
	])('is nobody whom a silent proxy may have let in: with the public address %s: %s', (origin, on) => {
		expect(isOnThisMachine(visitor('127.0.0.1', '127.0.0.1:3000', {}, origin))).toBe(on);
	});
});
