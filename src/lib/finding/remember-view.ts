import type { View } from './preferences.ts';

/** Tells the server where somebody left off: when they stay, and at the latest when they leave. */
export interface ViewMemory {
	/** They look at this now. */
	note: (view: View, search: string) => void;
	/** Tells what is not told yet. */
	flush: () => void;
}

/**
 * L1: remembers the view of the person who is signed in. Nothing waits for it and nothing is said when it fails: the
 * person then begins where they began before. `patience` is in milliseconds.
 */
export function rememberView(fetch: typeof globalThis.fetch, patience: number): ViewMemory {
	let told = '';
	let body = '';
	let timer: ReturnType<typeof setTimeout> | undefined;

	function flush(): void {
		clearTimeout(timer);
		if (body === told) return;
		told = body;
		const headers = { 'content-type': 'application/json' };
		// The page may be on its way out. An answer that nobody reads would hold its connection.
		fetch('/api/v1/preferences', { method: 'PUT', keepalive: true, headers, body })
			.then((answer) => answer.text())
			.catch(() => undefined);
	}

	function note(view: View, search: string): void {
		body = JSON.stringify({ view, search });
		clearTimeout(timer);
		timer = setTimeout(flush, patience);
	}

	return { note, flush };
}
