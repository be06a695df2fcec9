/** Set on every answer. The content security policy is the framework's: it knows the hashes of its inline scripts. */
const HEADERS = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	// Not `no-referrer`: browsers then send `Origin: null` with forms, and the origin check would refuse them.
	'referrer-policy': 'same-origin',
	'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	// No page is anybody else's: nothing on the way keeps one.
	'cache-control': 'private, no-cache'
};

const A_YEAR = 31_536_000;

/** Adds what is missing of the security headers; what a route has set itself stays. */
export function addSecurityHeaders(headers: Headers, origin: string | null): void {
	for (const [name, value] of Object.entries(HEADERS)) {
		if (!headers.has(name)) headers.set(name, value);
	}
	if (origin?.startsWith('https:')) headers.set('strict-transport-security', `max-age=${A_YEAR}`);
}
