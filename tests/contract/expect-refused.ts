import { expect } from 'vitest';
import type { ApiClient, Asked } from './api-client.ts';

/** Asks and expects exactly this refusal: problem details, and nothing of how the server is made. */
export async function expectRefused(
	api: ApiClient,
	{ method, path, ...asked }: Asked & { method: string; path: string },
	refusal: object
): Promise<void> {
	const answer = await api.call(method, path, asked);
	expect(answer.body).toMatchObject(refusal);
	expect(answer.type).toBe('application/problem+json');
	expect(answer.status).toBe(answer.body.status);
	expect(Object.keys(answer.body)).toEqual(
		expect.arrayContaining(['type', 'title', 'status', 'code', 'detail'])
	);
	expect(JSON.stringify(answer.body)).not.toMatch(/select |insert |\.ts:|node_modules|stack/);
}

/** The refusal of an input, with a sentence for each of these fields. */
export const invalid = (...names: string[]) => ({
	status: 422,
	code: 'input.invalid',
	fields: Object.fromEntries(names.map((name) => [name, expect.any(String) as string]))
});
