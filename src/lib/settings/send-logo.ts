import type { Problem } from '#lib/problems/problem.ts';
import type { ShopRules } from './shop-settings.ts';

/** Milliseconds that a logo may take. */
const ANSWER_MS = 60_000;

export type LogoAnswer = { ok: true; settings: ShopRules } | { ok: false; problem: Problem };

/** Sends a logo, or takes it away; rejects when there is no answer of ours. */
export async function sendLogo(fetch: typeof globalThis.fetch, file: File | null): Promise<LogoAnswer> {
	const signal = AbortSignal.timeout(ANSWER_MS);
	const response = await fetch('/api/v1/shop/logo', {
		method: file ? 'PUT' : 'DELETE',
		signal,
		...bodyOf(file)
	});
	if (response.ok) return { ok: true, ...((await response.json()) as { settings: ShopRules }) };
	const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
	if (!isProblem) throw new Error(`Answered ${response.status} by something else`);
	return { ok: false, problem: (await response.json()) as Problem };
}

function bodyOf(file: File | null): { body?: FormData } {
	if (!file) return {};
	const body = new FormData();
	body.set('file', file);
	return { body };
}
