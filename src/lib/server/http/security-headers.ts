import type { ServerResponse } from 'node:http';

/** Set on every answer. The content security policy of pages is the framework's: it knows the hashes of its inline scripts. */
const HEADERS = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	// Not `no-referrer`: browsers then send `Origin: null` with forms, and the origin check would refuse them.
	'referrer-policy': 'same-origin',
	'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin'
};

const A_YEAR = 31_536_000;

/** No page is anybody else's: nothing on the way keeps one. */
const UNKEPT = { 'cache-control': 'private, no-cache' };

/** Somebody who opens an answer of the API as a page gets one that can do nothing. */
const POWERLESS = { 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" };

/** Adds what is missing of the security headers; what a route has set itself stays. */
export function addSecurityHeaders(headers: Headers, origin: string | null): void {
	addMissing(headers, { ...standing(origin), ...UNKEPT });
}

/** The same for an answer of the API. */
export function addApiHeaders(headers: Headers, origin: string | null): void {
	addMissing(headers, { ...standing(origin), ...UNKEPT, ...POWERLESS });
}

/** Sets them before anything is answered: the files of the program are served before any route is asked. */
export function setSecurityHeaders(response: ServerResponse, origin: string | null): void {
	for (const [name, value] of Object.entries(standing(origin))) response.setHeader(name, value);
}

function standing(origin: string | null): Record<string, string> {
	const isEncrypted = origin?.startsWith('https:') ?? false;
	return { ...HEADERS, ...(isEncrypted && { 'strict-transport-security': `max-age=${A_YEAR}` }) };
}

function addMissing(headers: Headers, wanted: Record<string, string>): void {
	for (const [name, value] of Object.entries(wanted)) {
		if (!headers.has(name)) headers.set(name, value);
	}
}
