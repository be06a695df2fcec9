import { expect, test } from 'vitest';
import { requestIdOf } from './request-id.ts';

const idFor = (given: string) => requestIdOf(new Headers({ 'x-request-id': given }));
const MADE = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

test.each([
	'7d9f3f0e-3b0c-4a53-9f0f-8f3f0d7b2f11',
	'00f067aa0ba902b7',
	'lb-1.eu_west.000000000000042',
	'a'.repeat(64)
])('an id that a proxy may have given is kept: %s', (given) => expect(idFor(given)).toBe(given));

test.each([
	['empty', ''],
	['too short to be one', 'abc'],
	['too long', 'a'.repeat(65)],
	['an e-mail', 'maria@rossi.example'],
	['words', 'Maria Rossi'],
	['a line of the log', '"},{"level":60'],
	['beginning with a mark', '--------']
])('what is none is replaced: %s', (_, given) => expect(idFor(given)).toMatch(MADE));

test('a request without one gets its own', () => {
	const made = requestIdOf(new Headers());
	expect(made).toMatch(MADE);
	expect(requestIdOf(new Headers())).not.toBe(made);
});
