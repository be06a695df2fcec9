import { expect, test } from 'vitest';
import { peopleCalls } from './people-calls.ts';

/** Answers in turn; `null` is no answer. */
function server(answers: (Response | null)[]) {
	const sent: { path: string; body: Record<string, unknown> | null }[] = [];
	const fetch = (path: string, { body }: RequestInit = {}) => {
		sent.push({
			path,
			body: typeof body === 'string' ? (JSON.parse(body) as Record<string, unknown>) : null
		});
		const answer = answers.shift();
		return answer ? Promise.resolve(answer) : Promise.reject(new TypeError('no network'));
	};
	let made = 0;
	const surroundings = { fetch: fetch as typeof globalThis.fetch, newMutationId: () => `id ${++made}` };
	return { sent, surroundings };
}

const ok = () => Response.json({ person: { id: 'p' } });

test('a request that got no answer is sent again as the same mutation, another one as another', async () => {
	const { sent, surroundings } = server([null, ok(), ok()]);
	const call = peopleCalls(surroundings);
	await expect(call('PATCH', '/people/p', { name: 'Bo' })).rejects.toThrow('no network');
	await call('PATCH', '/people/p', { name: 'Bo' });
	await call('PATCH', '/people/p', { name: 'Bo' });
	expect(sent.map(({ body }) => body?.mutationId)).toEqual(['id 1', 'id 1', 'id 2']);
});

test('what is no mutation carries no id, and an empty answer is one', async () => {
	const { sent, surroundings } = server([new Response(null, { status: 204 })]);
	const call = peopleCalls(surroundings, false);
	expect(await call('POST', '/profile/password', { password: 'x' })).toEqual({ ok: true, body: null });
	expect(sent[0]?.body).toEqual({ password: 'x' });
});

test('a refusal is handed on, and what is no answer of ours counts as none', async () => {
	const problem = { code: 'forbidden', status: 403 };
	const headers = { 'content-type': 'application/problem+json' };
	const { surroundings } = server([
		new Response(JSON.stringify(problem), { status: 403, headers }),
		new Response('<h1>', { status: 502 })
	]);
	const call = peopleCalls(surroundings);
	expect(await call('DELETE', '/sessions')).toEqual({ ok: false, problem });
	await expect(call('DELETE', '/sessions')).rejects.toThrow('Answered 502');
});
