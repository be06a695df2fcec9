import type { Problem } from '#lib/problems/problem.ts';

/** A refusal where there is no field to show it beside: what was said of the fields, or of the whole. */
export function sentenceOf({ detail, fields = {} }: Pick<Problem, 'detail' | 'fields'>): string {
	return Object.values(fields).join(' ') || detail;
}
