import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { RefusedForm } from '#lib/people/form-state.ts';
import { PROBLEM_STATUS } from '#lib/problems/problem.ts';
import { unreadable } from './json-body.ts';
import { logProblem, toAppError } from './problem.ts';

/** A form's text fields by name; files are ignored. Throws `request.unreadable` or `request.too_large`. */
export async function readForm(request: Request): Promise<Record<string, string>> {
	const form = await request.formData().catch(unreadable);
	const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
	return Object.fromEntries(texts);
}

/**
 * The answer of a form action that was refused: what was typed (without secrets), and one sentence for each field or
 * one for all. A fault of ours is thrown on to the error page.
 */
export function refuseForm(
	error: unknown,
	event: RequestEvent,
	typed: Record<string, string>
): ActionFailure<RefusedForm> {
	const refusal = toAppError(error);
	if (refusal.code === 'server.fault') throw error;
	const { deps, requestId } = event.locals;
	logProblem(error, refusal, { log: deps.log, requestId });
	const { fields = {}, retryAfter } = refusal.facts;
	if (retryAfter !== undefined) event.setHeaders({ 'retry-after': String(retryAfter) });
	const { password: _password, ...values } = typed;
	const message = Object.keys(fields).length > 0 ? null : refusal.message;
	return fail(PROBLEM_STATUS[refusal.code], { values, fields, message });
}
