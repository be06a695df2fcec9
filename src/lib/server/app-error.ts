import type { ProblemCode, ProblemFacts } from '#lib/problems/problem.ts';
import { problemDetail } from '#lib/problems/words.ts';

/** The one error that use cases throw: a code of the closed list and what it carries. `http/problem.ts` turns it into an answer. */
export class AppError extends Error {
	constructor(
		readonly code: ProblemCode,
		readonly facts: ProblemFacts = {}
	) {
		super(problemDetail(code, facts));
	}
}

/** 422 with one sentence for each wrong field. */
export function invalidInput(fields: Record<string, string>): AppError {
	return new AppError('input.invalid', { fields });
}
