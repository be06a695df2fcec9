import { expect, test } from 'vitest';
import { isDatabaseGone } from './database-gone.ts';

const withCode = (code: string) => Object.assign(new Error('x'), { code });

test.each([
	'ECONNREFUSED',
	'CONNECTION_CLOSED',
	'CONNECT_TIMEOUT',
	'57P01',
	'57P03',
	'53300',
	'08006',
	'55P03',
	'57014'
])('%s means that the database is away', (code) => {
	expect(isDatabaseGone(withCode(code))).toBe(true);
	expect(isDatabaseGone(new Error('wrapped', { cause: withCode(code) }))).toBe(true);
});

test.each(['23505', '40001', '28P01', 'ENOENT', 'ERR_INVALID_ARG_TYPE'])('%s does not', (code) => {
	expect(isDatabaseGone(withCode(code))).toBe(false);
});

test('an error that is its own cause ends the search', () => {
	const circular = new Error('x');
	circular.cause = circular;
	expect(isDatabaseGone(circular)).toBe(false);
});
