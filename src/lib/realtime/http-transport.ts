import type { Answer, BoardTransport } from '#lib/board/session/board-session-types.ts';
import type { Problem } from '#lib/problems/problem.ts';

/** Milliseconds that a snapshot may take. */
const SNAPSHOT_MS = 10_000;

/** Snapshots and changes over HTTP. An answer that is not ours, such as a proxy's error page, counts as none. */
export function httpTransport(fetch: typeof globalThis.fetch): Omit<BoardTransport, 'since'> {
	return {
		snapshot: async () => read(await fetch('/api/v1/board', { signal: AbortSignal.timeout(SNAPSHOT_MS) })),
		post: (path, body, signal) => sendJson(fetch, { method: 'POST', path, body, signal })
	};
}

/** A request that changes something. Rejects when there is no answer of ours. */
export async function sendJson<Body>(
	fetch: typeof globalThis.fetch,
	{
		method,
		path,
		body,
		signal
	}: { method: 'POST' | 'PATCH'; path: string; body: object; signal: AbortSignal }
): Promise<Answer<Body>> {
	const headers = { 'content-type': 'application/json' };
	return read(await fetch(path, { method, headers, body: JSON.stringify(body), signal }));
}

async function read<Body>(response: Response): Promise<Answer<Body>> {
	if (response.ok) return { ok: true, body: (await response.json()) as Body };
	const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
	if (!isProblem) throw new Error(`Answered ${response.status} by something else`);
	return { ok: false, problem: (await response.json()) as Problem };
}
