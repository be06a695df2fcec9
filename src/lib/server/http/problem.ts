import type { Problem, ProblemCode } from '#lib/problems/problem.ts';
import { PROBLEM_STATUS } from '#lib/problems/problem.ts';
import { PROBLEM_WORDS, problemDetail } from '#lib/problems/words.ts';
import { AppError } from '#lib/server/app-error.ts';
import { StorageFault } from '#lib/server/attachments/storage-fault.ts';
import type { Log } from '#lib/server/log.ts';
import { isDatabaseGone } from './database-gone.ts';

/** Seconds until a client should try again while the database or the place for files is away. */
export const RETRY_AFTER = 5;

/** What a refusal is logged with. */
export interface ProblemContext {
	log: Log;
	requestId: string;
}

/** Any error as an RFC 9457 answer; faults of ours and outages are logged, and nothing of them is told. */
export function problemResponse(error: unknown, context: ProblemContext): Response {
	const refusal = toAppError(error);
	logProblem(error, refusal, context);
	return problemAnswer(refusal, context.requestId);
}

/** A refusal as an RFC 9457 answer, of which nobody needs to know but who asked. */
export function problemAnswer(refusal: AppError, requestId: string): Response {
	const problem = toProblem(refusal);
	const headers = new Headers({
		'content-type': 'application/problem+json',
		'cache-control': 'no-store',
		'x-request-id': requestId
	});
	if (problem.retryAfter !== undefined) headers.set('retry-after', String(problem.retryAfter));
	// What is left of the body is not read, and whatever came behind it on this connection would wait for ever.
	if (problem.status === 413) headers.set('connection', 'close');
	if (problem.status === 401) headers.set('www-authenticate', 'Bearer');
	return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

/** The error in the closed list of codes: what use cases throw as it is, outages as 503, all else as a fault of ours. */
export function toAppError(error: unknown): AppError {
	if (error instanceof AppError) return error;
	// A store is reached over a network too: whose line is down is known by who has reported it.
	if (error instanceof StorageFault) return new AppError('storage.unavailable', { retryAfter: RETRY_AFTER });
	if (isDatabaseGone(error)) return new AppError('service.unavailable', { retryAfter: RETRY_AFTER });
	const code = error instanceof Object && 'status' in error ? codeOfStatus(Number(error.status)) : undefined;
	return new AppError(code ?? 'server.fault');
}

export function toProblem({ code, facts }: AppError): Problem {
	return {
		type: `/problems/${code}`,
		title: PROBLEM_WORDS[code].title,
		status: PROBLEM_STATUS[code],
		code,
		detail: problemDetail(code, facts),
		...facts,
		...(PROBLEM_STATUS[code] === 503 && { retryAfter: facts.retryAfter ?? RETRY_AFTER })
	};
}

/** Writes a line for what an operator must know: outages as a warning, faults as an error. */
export function logProblem(error: unknown, refusal: AppError, { log, requestId }: ProblemContext): void {
	const status = PROBLEM_STATUS[refusal.code];
	const what = refusal.code === 'storage.unavailable' ? 'file storage unavailable' : 'database unavailable';
	if (status === 503) log.warn({ requestId, reason: error }, what);
	else if (status >= 500) log.error({ requestId, err: error }, 'request failed');
}

/** What the framework itself refuses, in our codes. */
export function codeOfStatus(status: number): ProblemCode | undefined {
	return FRAMEWORK_REFUSALS[status];
}

const FRAMEWORK_REFUSALS: Record<number, ProblemCode> = {
	400: 'request.unreadable',
	404: 'not_found',
	405: 'request.method',
	413: 'request.too_large',
	415: 'request.type'
};
