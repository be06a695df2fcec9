import { describe, expect, test } from 'vitest';
import { isForeignWrite, isOwnOrigin } from './own-origin.ts';

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

describe('[P1] writes from elsewhere', () => {
	const cookie = 'theme=dark; benchboard_session=abc';
	const own = 'http://localhost:3000';
	const foreign = 'http://evil.example';
	test.each<[string, string, Record<string, string>, boolean]>([
		['a write from the own page', 'POST', { cookie, origin: own }, false],
		['a write from another site', 'POST', { cookie, origin: foreign }, true],
		['a sign-in from another site, without a cookie', 'POST', { origin: foreign }, true],
		['a write from a sandboxed page', 'POST', { cookie, origin: 'null' }, true],
		['a cookie without origin', 'DELETE', { cookie }, true],
		['a cookie without origin from the own site', 'POST', { cookie, 'sec-fetch-site': 'same-origin' }, false],
		['a cookie without origin from a sibling site', 'POST', { cookie, 'sec-fetch-site': 'same-site' }, true],
		['a form of another site without origin or cookie', 'POST', { 'sec-fetch-site': 'cross-site' }, true],
		['a bearer token from anywhere', 'POST', { authorization: 'Bearer abc', origin: foreign }, false],
		['another kind of authorization', 'POST', { authorization: 'Basic abc', cookie, origin: foreign }, true],
		['a program without cookie and origin', 'POST', {}, false],
		['reading from anywhere', 'GET', { cookie, origin: foreign }, false],
		['asking for the head', 'HEAD', { cookie }, false],
		['an unknown method from another site', 'PROPFIND', { cookie, origin: foreign }, true]
	])('%s', (_, method, headers, refused) => {
		const request = new Request(`${own}/api/v1/jobs`, {
			method,
			headers: { host: 'localhost:3000', ...headers }
		});
		expect(isForeignWrite(request, null)).toBe(refused);
	});
});
