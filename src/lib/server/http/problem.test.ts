import { describe, expect, test } from 'vitest';
import { PROBLEM_STATUS, type Problem, type ProblemCode } from '#lib/problems/problem.ts';
import { PROBLEM_WORDS } from '#lib/problems/words.ts';
import { AppError, invalidInput } from '#lib/server/app-error.ts';
import { createLog } from '#lib/server/log.ts';
import { asProblem } from './framework-answer.ts';
import { problemResponse } from './problem.ts';

const CODES = Object.keys(PROBLEM_STATUS) as ProblemCode[];

/** A log whose lines can be read. */
function listening() {
	const lines: Record<string, unknown>[] = [];
	const log = createLog('info', { write: (line) => void lines.push(JSON.parse(line)) });
	return { lines, context: { log, requestId: 'request-1' } };
}

async function answerTo(error: unknown) {
	const { lines, context } = listening();
	const response = problemResponse(error, context);
	return { response, lines, problem: (await response.json()) as Problem };
}

test('the tables of statuses and of words hold the same codes', () => {
	expect(Object.keys(PROBLEM_WORDS).sort()).toEqual([...CODES].sort());
});

describe('every code', () => {
	test.each(CODES)('%s is answered with its status and words', async (code) => {
		const { response, problem } = await answerTo(new AppError(code));
		expect(response.status).toBe(PROBLEM_STATUS[code]);
		expect(response.headers.get('content-type')).toBe('application/problem+json');
		expect(problem).toMatchObject({ type: `/problems/${code}`, status: PROBLEM_STATUS[code], code });
		expect(problem.title).toMatch(/^[A-Z].*[^.]$/);
		expect(problem.detail).toMatch(/^[A-Z].*\.$/);
	});
});

test('invalid input names its fields', async () => {
	const { problem } = await answerTo(invalidInput({ name: 'Enter a name.' }));
	expect(problem).toMatchObject({ status: 422, fields: { name: 'Enter a name.' } });
});

test('too many attempts say when to try again', async () => {
	const { response, problem } = await answerTo(new AppError('request.too_many', { retryAfter: 42 }));
	expect(response.headers.get('retry-after')).toBe('42');
	expect(problem.detail).toContain('42 seconds');
});

test('what is too large ends the connection that it is still arriving on', async () => {
	const { response } = await answerTo(new AppError('request.too_large'));
	expect(response.headers.get('connection')).toBe('close');
});

test('an outage is a 503 with Retry-After and one warning', async () => {
	const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
	const { response, problem, lines } = await answerTo(new Error('Failed query: select', { cause: refused }));
	expect(problem).toMatchObject({ status: 503, code: 'service.unavailable' });
	expect(response.headers.get('retry-after')).toBe('5');
	expect(lines).toMatchObject([{ level: 40, requestId: 'request-1' }]);
});

test('a fault tells the client nothing and the log everything but the parameters', async () => {
	const cause = new Error('column "x" does not exist');
	const { problem, lines } = await answerTo(
		new Error('Failed query: select secret params: hunter2', { cause })
	);
	expect(problem).toMatchObject({ status: 500, code: 'server.fault' });
	expect(JSON.stringify(problem)).not.toMatch(/select|column|hunter2|at /);
	expect(lines).toMatchObject([{ level: 50, requestId: 'request-1', err: { message: cause.message } }]);
	expect(JSON.stringify(lines)).not.toContain('hunter2');
});

test('what is no error at all is a fault', async () => {
	const { problem } = await answerTo('thrown text');
	expect(problem.code).toBe('server.fault');
});

describe('what the framework refuses under the API', () => {
	test('a method keeps its Allow header', async () => {
		const plain = new Response('POST method not allowed', { status: 405, headers: { allow: 'GET, HEAD' } });
		const response = asProblem(plain, listening().context);
		expect(response.headers.get('allow')).toBe('GET, HEAD');
		expect(await response.json()).toMatchObject({ status: 405, code: 'request.method' });
	});

	test('answers and problems of ours stay as they are', () => {
		const fine = new Response('{}', { status: 200 });
		const problem = new Response('{}', {
			status: 409,
			headers: { 'content-type': 'application/problem+json' }
		});
		expect(asProblem(fine, listening().context)).toBe(fine);
		expect(asProblem(problem, listening().context)).toBe(problem);
	});
});
