import * as v from 'valibot';
import { AppError, invalidInput } from '../app-error.ts';

/** Most bytes of a JSON body; uploads have their own way in. */
export const BODY_LIMIT = 64 * 1024;

/**
 * The JSON body of a request, parsed by a schema. Throws `request.type`, `request.too_large`, `request.unreadable` or
 * `input.invalid` with one sentence a field, named by its path (`hold.reason`).
 */
export async function readInput<Schema extends v.GenericSchema>(
	event: { request: Request },
	schema: Schema
): Promise<v.InferOutput<Schema>> {
	if (!isJson(event.request.headers.get('content-type'))) throw new AppError('request.type');
	return parseInput(schema, parseJson(await readText(event.request)));
}

/** Anything that came from outside, parsed by a schema; throws `input.invalid`. */
export function parseInput<Schema extends v.GenericSchema>(
	schema: Schema,
	input: unknown
): v.InferOutput<Schema> {
	const parsed = v.safeParse(schema, input);
	if (parsed.success) return parsed.output;
	throw invalidInput(fieldsOf(parsed.issues));
}

/** One sentence for each wrong field: the first that was found. What concerns the whole input is called `body`. */
export function fieldsOf(issues: readonly v.BaseIssue<unknown>[]): Record<string, string> {
	const fields = new Map<string, string>();
	for (const issue of issues) {
		const path = v.getDotPath(issue) ?? 'body';
		if (!fields.has(path)) fields.set(path, sentenceOf(issue));
	}
	return Object.fromEntries(fields);
}

/** Schemas word their own refusals; what they leave to the library gets a plain sentence instead of its type names. */
function sentenceOf(issue: v.BaseIssue<unknown>): string {
	if (issue.type === 'strict_object' && issue.expected === 'never') return 'There is no such field.';
	if (!/^Invalid \w+: /.test(issue.message)) return issue.message;
	return issue.received === 'undefined' ? 'This is missing.' : 'This is not right.';
}

function isJson(contentType: string | null): boolean {
	const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
	return type === 'application/json' || /^application\/[\w.-]+\+json$/.test(type);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new AppError('request.unreadable');
	}
}

async function readText(request: Request): Promise<string> {
	if (Number(request.headers.get('content-length')) > BODY_LIMIT) throw new AppError('request.too_large');
	const chunks: Uint8Array[] = [];
	let size = 0;
	const reader = request.body?.getReader();
	for (;;) {
		const chunk = await reader?.read().catch(unreadable);
		if (!chunk || chunk.done) break;
		size += chunk.value.byteLength;
		if (size > BODY_LIMIT) throw new AppError('request.too_large');
		chunks.push(chunk.value);
	}
	return decode(chunks);
}

function decode(chunks: Uint8Array[]): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
	} catch {
		throw new AppError('request.unreadable');
	}
}

/** The server in front gives up on bodies over its own limit, and clients go away in the middle of theirs. */
function unreadable(error: unknown): never {
	const tooLarge = error instanceof Object && 'status' in error && error.status === 413;
	throw new AppError(tooLarge ? 'request.too_large' : 'request.unreadable');
}
