/** Where a request came from. */
export interface Visitor {
	headers: Headers;
	/** The peer's own; a proxy's claims are looked at only where `origin` is a public address. */
	address: string;
	/** The configured public address. */
	origin: string | null;
}

/** What proxies add to what they pass on. */
const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];

/**
 * Whether a request was made on the machine itself. The name that was asked for must be the machine's too: a proxy
 * in front, or a page elsewhere whose name was pointed here, connects from the machine without being on it. Where a public
 * address is set nobody is: a proxy may be there that tells neither the name nor whom it asks for, as nginx does by default.
 */
export function isOnThisMachine({ headers, address, origin }: Visitor): boolean {
	if (isPublic(origin) || FORWARDED.some((name) => headers.has(name))) return false;
	return isLoopback(address) && isLoopback(hostName(headers.get('host')));
}

/** Whether the installation has an address that other machines reach it by. */
export function isPublic(origin: string | null): boolean {
	return origin !== null && !isLoopback(new URL(origin).hostname);
}

function isLoopback(address: string): boolean {
	return /^(localhost|(::ffff:)?127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(address);
}

function hostName(host: string | null): string {
	return host?.replace(/:\d+$/, '') ?? '';
}
