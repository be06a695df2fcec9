import type { Answer } from '#lib/board/session/board-session-types.ts';
import { httpTransport } from '#lib/realtime/http-transport.ts';

/** A `fetch` of somebody's at an address. Every request has a connection of its own, so a balancer sends each elsewhere. */
export function fetchAs(url: string, token: string): typeof fetch {
	return (path, init = {}) =>
		fetch(`${url}${String(path)}`, {
			...init,
			headers: { ...init.headers, authorization: `Bearer ${token}`, connection: 'close' }
		});
}

/** The status of a request, for what has no answer to read. */
export async function statusOf(url: string, token: string, method: string, path: string): Promise<number> {
	const { status } = await fetchAs(url, token)(path, { method });
	return status;
}

/** Reads a board's snapshot; throws what is refused. */
export async function readSnapshot(url: string, token: string) {
	return unwrap(await httpTransport(fetchAs(url, token)).snapshot());
}

function unwrap<Body>(answer: Answer<Body>): Body {
	if (!answer.ok) throw new Error(`Refused: ${answer.problem.code}`);
	return answer.body;
}
