import * as v from 'valibot';
import { invalidInput } from '#lib/server/app-error.ts';

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
