import { expect, test } from 'vitest';
import { parseConfig } from '#lib/server/config.ts';
import { clearSessionCookie, setSessionCookie, type CookieHolder } from './session-cookie.ts';

type Options = Parameters<CookieHolder['cookies']['set']>[2];

/** What ends up on the cookie when a request with this Origin signs in on an installation with this public address. */
function attributesFor(origin: string | undefined, publicAddress: string | undefined): Options {
	const set: Options[] = [];
	const cookies = {
		set: (_name: string, _value: string, options: Options) => void set.push(options),
		delete: (_name: string, options: Options) => void set.push(options)
	} as CookieHolder['cookies'];
	const request = new Request('http://x/', { headers: origin ? { origin } : {} });
	const locals = { config: parseConfig({ ORIGIN: publicAddress }) } as CookieHolder['locals'];
	setSessionCookie({ cookies, request, locals }, 'token');
	clearSessionCookie({ cookies, request, locals });
	expect(set[1]).toMatchObject({ path: '/', secure: set[0]!.secure });
	return set[0]!;
}

test('[P3] scripts cannot read the cookie, and other sites do not send it with writes', () => {
	expect(attributesFor(undefined, undefined)).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/' });
});

test.each([
	['http://localhost:3000', undefined, false],
	[undefined, undefined, false],
	[undefined, 'http://board.lan', false],
	[undefined, 'https://board.example.com', true],
	['https://board.example.com', 'https://board.example.com', true],
	['https://board.example.com', undefined, true],
	['http://192.168.1.5:3000', 'https://board.example.com', false]
])('[P3] from origin %s with public address %s it is secure: %s', (origin, publicAddress, secure) => {
	expect(attributesFor(origin, publicAddress).secure).toBe(secure);
});
