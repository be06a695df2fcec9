import type { ShownDisplay } from '#lib/displays/display.ts';
import type { Problem } from '#lib/problems/problem.ts';
import type { Refusal } from '#lib/ui/refusal.ts';
import { DISPLAY_FIELDS } from '#lib/displays/messages.ts';

/** Milliseconds that a change may take. */
const ANSWER_MS = 10_000;

/** A display as the form has it. */
type Picked = Pick<ShownDisplay, 'name' | 'settings'>;

/** What Settings → Displays asks the server for: why not, or `null`. Rejects when the server is not reached. */
export interface DisplayCalls {
	pair: (display: Picked & { mutationId: string; code: string }) => Promise<Refusal | null>;
	change: (id: string, picked: Picked) => Promise<Refusal | null>;
	/** One that is gone already counts as revoked. */
	revoke: (id: string) => Promise<Refusal | null>;
}

export function displayCalls(fetch: typeof globalThis.fetch): DisplayCalls {
	const send = (method: string, path: string, body?: object) =>
		fetch(`/api/v1/displays${path}`, {
			method,
			signal: AbortSignal.timeout(ANSWER_MS),
			...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
		});
	return {
		pair: async (display) => refusalIn(await send('POST', '', display)),
		change: async (id, picked) => refusalIn(await send('PATCH', `/${id}`, picked)),
		revoke: async (id) => {
			const response = await send('DELETE', `/${id}`);
			return response.status === 404 ? null : refusalIn(response);
		}
	};
}

/** An answer that is not ours, such as a proxy's error page, counts as none. */
async function refusalIn(response: Response): Promise<Refusal | null> {
	if (response.ok) return null;
	const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
	if (!isProblem) throw new Error(`Answered ${response.status} by something else`);
	const { code, detail = '', fields } = (await response.json()) as Problem;
	// The sentence belongs beside what was typed.
	if (code === 'display.code_wrong') return { detail: '', fields: { code: detail } };
	return { detail: fields ? DISPLAY_FIELDS.wrong : detail, fields };
}
