import { AppError } from '#lib/server/app-error.ts';
import { codeOfStatus, problemResponse, type ProblemContext } from './problem.ts';

/** There is no such part of a file: the headers say what there is. */
const RANGE_REFUSED = 416;

/** The API's answer as it is, or, where the framework refused on its own (a method, a size), as a problem of ours. */
export function asProblem(response: Response, context: ProblemContext): Response {
	if (response.status < 400 || response.status === RANGE_REFUSED || isJson(response)) return response;
	const problem = problemResponse(new AppError(codeOfStatus(response.status) ?? 'server.fault'), context);
	const allow = response.headers.get('allow');
	if (allow) problem.headers.set('allow', allow);
	return problem;
}

function isJson(response: Response): boolean {
	return response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
}
