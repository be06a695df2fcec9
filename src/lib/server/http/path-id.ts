import { ID } from '#lib/kernel/ids.ts';
import type { ProblemCode } from '#lib/problems/problem.ts';
import { AppError } from '#lib/server/app-error.ts';

/** An id in an address. What cannot be one is refused like an id that names nothing: with the code of what is not found. */
export function pathId(text: string, notFound: Extract<ProblemCode, `${string}not_found`>): string {
	if (!ID.test(text)) throw new AppError(notFound);
	return text;
}
