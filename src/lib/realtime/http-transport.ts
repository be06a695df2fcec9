import type { Answer, BoardTransport } from '#lib/board/session/board-session-types.ts';
import type { Problem } from '#lib/problems/problem.ts';

/** Milliseconds that a snapshot may take. */
const SNAPSHOT_MS = 10_000;

/**
 * Snapshots and changes over HTTP, as a person or as a display in a browser that may be both. An answer that is not ours,
 * such as a proxy's error page, counts as none.
 */
export function httpTransport(
	fetch: typeof globalThis.fetch,
	as: 'person' | 'display' = 'person'
): Omit<BoardTransport, 'since'> {
	const board = as === 'display' ? '/api/v1/board?as=display' : '/api/v1/board';
	return {
		snapshot: async () => read(await fetch(board, { signal: AbortSignal.timeout(SNAPSHOT_MS) })),
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
