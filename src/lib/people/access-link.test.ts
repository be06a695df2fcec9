import { describe, expect, test } from 'vitest';
import { LINK_TOKEN, linkExpiry, linkPath, linkProblem } from './access-link.ts';

const NOW = '2026-03-02T10:00:00.000Z';

describe('[P3] a link', () => {
	test('into the shop works for seven days, to a new password for two', () => {
		expect(linkExpiry('invitation', NOW)).toBe('2026-03-09T10:00:00.000Z');
		expect(linkExpiry('password', NOW)).toBe('2026-03-04T10:00:00.000Z');
	});

	test.each([
		['works until the last millisecond', '2026-03-02T10:00:00.001Z', null, null],
		['is over at the instant at which it expires', NOW, null, 'link.expired'],
		['that was used says so, expired or not', '2026-03-01T10:00:00.000Z', NOW, 'link.used'],
		['that was used says so before it expires', '2026-03-09T10:00:00.000Z', NOW, 'link.used']
	])('%s', (_, expiresAt, usedAt, problem) => {
		expect(linkProblem({ expiresAt, usedAt }, NOW)).toBe(problem);
	});

	test('has a page of its own kind', () => {
		expect(linkPath('invitation', 'abc')).toBe('/join/abc');
		expect(linkPath('password', 'abc')).toBe('/password/abc');
	});

	test.each(['', 'x', 'a'.repeat(42), 'a'.repeat(44), `${'a'.repeat(42)}/`, `${'a'.repeat(42)}\n`])(
		'is not %j',
		(token) => {
			expect(LINK_TOKEN.test(token)).toBe(false);
		}
	);
});
