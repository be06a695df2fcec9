import { describe, expect, test } from 'vitest';
import { isOwnOrigin } from './own-origin.ts';

describe('[P1] the own origin', () => {
	test.each([
		['http://localhost:3000', 'localhost:3000', null, true],
		['http://LOCALHOST:3000', 'localhost:3000', null, true],
		['https://board.example.com', 'board.example.com', null, true],
		['https://board.example.com', 'board.example.com:443', null, true],
		['http://[::1]:3000', '[::1]:3000', null, true],
		['https://board.example.com', '10.0.0.7:3000', 'https://board.example.com', true],
		['http://localhost:3000', 'localhost:3000', 'https://board.example.com', true],
		['http://localhost:3001', 'localhost:3000', null, false],
		['http://evil.example', 'localhost:3000', null, false],
		['https://board.example.com.evil.example', 'board.example.com', 'https://board.example.com', false],
		['http://board.example.com', '10.0.0.7:3000', 'https://board.example.com', false],
		['https://evil.example', 'board.example.com', 'https://board.example.com', false],
		['null', 'localhost:3000', null, false],
		['null', 'null', null, false],
		['', '', null, false],
		['not an address', 'not an address', null, false],
		[null, 'localhost:3000', null, false],
		['http://localhost:3000', null, null, false]
	])('%s for host %s with public address %s: %s', (origin, host, configured, own) => {
		expect(isOwnOrigin(origin, host, configured)).toBe(own);
	});
});
