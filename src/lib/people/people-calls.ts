import type { Problem } from '#lib/problems/problem.ts';

/** Milliseconds that a change may take. */
const ANSWER_MS = 10_000;

export type Answered<Body> = { ok: true; body: Body } | { ok: false; problem: Problem };

export interface Surroundings {
	fetch: typeof fetch;
	newMutationId: () => string;
}

export type Call = <Body = null>(
	method: 'POST' | 'PATCH' | 'DELETE',
	path: string,
	input?: object
) => Promise<Answered<Body>>;

/**
 * Asks the server to change something below `/api/v1`. The same request, sent again because no answer came, is the same
 * mutation. Rejects when the server is not reached.
 */
export function peopleCalls({ fetch, newMutationId }: Surroundings, isMutation = true): Call {
	let attempt = { what: '', mutationId: '' };

	return async <Body>(method: string, path: string, input?: object): Promise<Answered<Body>> => {
		const what = JSON.stringify([method, path, input]);
		if (attempt.what !== what) attempt = { what, mutationId: newMutationId() };
		const body = isMutation ? { mutationId: attempt.mutationId, ...input } : input;
		const response = await fetch(`/api/v1${path}`, {
			method,
			...(input && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
			signal: AbortSignal.timeout(ANSWER_MS)
		});
		if (!response.ok) return { ok: false, problem: await problemIn(response) };
		attempt = { what: '', mutationId: '' };
		const answer: unknown = response.status === 204 ? null : await response.json();
		return { ok: true, body: answer as Body };
	};
}

/** An answer that is not ours, such as a proxy's error page, counts as none. */
async function problemIn(response: Response): Promise<Problem> {
	const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
	if (!isProblem) throw new Error(`Answered ${response.status} by something else`);
	return (await response.json()) as Problem;
}
