import { describe, expect, test } from 'vitest';
import { isForeignWrite } from './foreign-write.ts';

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
