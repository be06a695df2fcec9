import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { Answer } from '#lib/board/session/board-session-types.ts';
import { httpTransport } from '#lib/realtime/http-transport.ts';
import { phonePhoto } from '#tests/support/pictures.ts';

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

/** An upload of which half has been sent. */
export interface HalfUpload {
	/** Sends the rest; returns the status of the answer. */
	finish: () => Promise<number>;
}

export async function beginUpload(url: string, token: string, number: number): Promise<HalfUpload> {
	const form = new FormData();
	form.set('kind', 'inspiration');
	form.set('file', new File([new Uint8Array(await phonePhoto())], 'ring.jpg'));
	const whole = new Request(url, { method: 'POST', body: form });
	const bytes = Buffer.from(await whole.arrayBuffer());
	const sent = request(`${url}/api/v1/jobs/${number}/attachments`, {
		method: 'POST',
		headers: {
			authorization: `Bearer ${token}`,
			'content-type': whole.headers.get('content-type') ?? '',
			'content-length': bytes.length
		}
	});
	const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
	const half = bytes.length >> 1;
	await new Promise((resolve) => sent.write(bytes.subarray(0, half), resolve));
	return {
		finish: async () => {
			sent.end(bytes.subarray(half));
			const [response] = await answered;
			response.resume();
			return response.statusCode ?? 0;
		}
	};
}
