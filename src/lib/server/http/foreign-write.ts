import { isOwnOrigin } from './own-origin.ts';
import { SESSION_COOKIE } from './session-cookie.ts';

const READING = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request changes something on behalf of another site. A bearer token is never sent along by a browser on
 * its own, so such requests need no origin; programs that send neither Origin nor cookie are not browsers.
 */
export function isForeignWrite(request: Request, configuredOrigin: string | null): boolean {
	const { headers } = request;
	if (READING.includes(request.method) || bearerToken(headers) !== null) return false;
	const origin = headers.get('origin');
	if (origin !== null) return !isOwnOrigin(origin, headers.get('host'), configuredOrigin);
	const site = headers.get('sec-fetch-site');
	if (site !== null) return site !== 'same-origin';
	return hasSessionCookie(headers);
}

/** The token of an `Authorization: Bearer …` header. */
export function bearerToken(headers: Headers): string | null {
	return /^bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null;
}

function hasSessionCookie(headers: Headers): boolean {
	const cookies = headers.get('cookie')?.split(';') ?? [];
	return cookies.some((cookie) => cookie.trim().startsWith(`${SESSION_COOKIE}=`));
}
