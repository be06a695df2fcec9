import type { Problem } from '#lib/problems/problem.ts';
import type { ArchiveContactInput, ChangeContactInput, CreateContactInput } from './contact-input.ts';
import type { Contact } from './contact.ts';

/** Milliseconds that a change may take. */
const ANSWER_MS = 10_000;

export type ContactAnswer = { ok: true; contact: Contact } | { ok: false; problem: Problem };

/** What a contact's page asks the server for. Rejects when the server is not reached. */
export interface ContactCalls {
	create: (fields: Omit<CreateContactInput, 'mutationId'>) => Promise<ContactAnswer>;
	change: (id: string, changes: Omit<ChangeContactInput, 'mutationId'>) => Promise<ContactAnswer>;
	archive: (id: string) => Promise<ContactAnswer>;
	restore: (id: string) => Promise<ContactAnswer>;
	/** Why not; `null` when it is gone, whoever did it. */
	remove: (id: string) => Promise<Problem | null>;
}

interface Surroundings {
	fetch: typeof fetch;
	newMutationId: () => string;
}

/** The same request, sent again because no answer came, is the same mutation. */
export function contactCalls({ fetch, newMutationId }: Surroundings): ContactCalls {
	let attempt = { what: '', mutationId: '' };

	async function send(
		method: 'POST' | 'PATCH',
		path: string,
		input: Omit<CreateContactInput | ChangeContactInput | ArchiveContactInput, 'mutationId'>
	): Promise<ContactAnswer> {
		const what = JSON.stringify([method, path, input]);
		if (attempt.what !== what) attempt = { what, mutationId: newMutationId() };
		const response = await fetch(`/api/v1/contacts${path}`, {
			method,
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ mutationId: attempt.mutationId, ...input }),
			signal: AbortSignal.timeout(ANSWER_MS)
		});
		if (!response.ok) return { ok: false, problem: await problemIn(response) };
		attempt = { what: '', mutationId: '' };
		return { ok: true, contact: ((await response.json()) as { contact: Contact }).contact };
	}

	return {
		create: (fields) => send('POST', '', fields),
		change: (id, changes) => send('PATCH', `/${id}`, changes),
		archive: (id) => send('POST', `/${id}/archive`, {}),
		restore: (id) => send('POST', `/${id}/restore`, {}),
		remove: async (id) => {
			const signal = AbortSignal.timeout(ANSWER_MS);
			const response = await fetch(`/api/v1/contacts/${id}`, { method: 'DELETE', signal });
			return response.ok || response.status === 404 ? null : problemIn(response);
		}
	};
}

/** An answer that is not ours, such as a proxy's error page, counts as none. */
async function problemIn(response: Response): Promise<Problem> {
	const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
	if (!isProblem) throw new Error(`Answered ${response.status} by something else`);
	return (await response.json()) as Problem;
}
