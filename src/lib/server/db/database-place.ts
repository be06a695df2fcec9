/**
 * What may be said of the address of a database: its host, with the port, which stands behind the last `@`. Empty where it
 * might be something else. Ambiguous is an address whose user and password hold a character that ends them for whoever reads it.
 */
export function placeOf(address: string): { host: string; isAmbiguous: boolean } {
	const rest = address.slice(address.indexOf('://') + 3);
	const at = rest.lastIndexOf('@');
	const [host = ''] = rest.slice(at + 1).split(/[/?#]/);
	// Without an @ it may be a user and a password whose host is missing.
	if (at === -1) return { host: /^[^:]*(:\d+)?$/.test(host) ? host : '', isAmbiguous: false };
	return { host, isAmbiguous: /[@/?#]/.test(rest.slice(0, at)) };
}
