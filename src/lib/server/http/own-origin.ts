/**
 * Whether a request's Origin is this installation's: the host that the request was sent to, or the configured public
 * address. A missing or opaque (`null`) Origin is not. Asked for writes over HTTP and for every socket hand-shake.
 */
export function isOwnOrigin(
	origin: string | null,
	host: string | null,
	configuredOrigin: string | null
): boolean {
	const sent = parse(origin);
	if (!sent) return false;
	if (sent.origin === configuredOrigin) return true;
	return host !== null && parse(`${sent.protocol}//${host}`)?.host === sent.host;
}

function parse(address: string | null): URL | null {
	return address !== null && URL.canParse(address) ? new URL(address) : null;
}
