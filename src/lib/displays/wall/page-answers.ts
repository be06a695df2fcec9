/** Milliseconds that a page may take. */
const PATIENCE_MS = 5_000;

/** Whether the server would answer a reload of a page with the page, and not with a fault or not at all. */
export async function pageAnswers(fetch: typeof globalThis.fetch, address: string): Promise<boolean> {
	try {
		const signal = AbortSignal.timeout(PATIENCE_MS);
		const response = await fetch(address, { cache: 'no-store', headers: { accept: 'text/html' }, signal });
		// Whoever else answers on this network, a router's sign-in page for instance, leads somewhere else.
		return response.ok && !response.redirected;
	} catch {
		return false;
	}
}
