import { describe, expect, test } from 'vitest';
import { isConnected, seenWords } from './seen-words.ts';

const NOW = '2026-03-02T10:00:00.000Z';
const words = (seenAt: string | null, timeZone = 'UTC') => seenWords({ seenAt }, NOW, timeZone);

describe('[D1] when a display was last seen', () => {
	test.each([
		[null, 'Not connected yet'],
		['2026-03-02T09:59:30.000Z', 'Connected now'],
		['2026-03-02T09:02:00.000Z', 'Last seen today 09:02'],
		['2026-03-01T23:02:00.000Z', 'Last seen yesterday 23:02'],
		['2026-02-27T09:02:00.000Z', 'Last seen 27 February 2026, 09:02']
	])('%j: %s', (seenAt, said) => expect(words(seenAt)).toBe(said));

	test('goes by the shop’s clock', () => {
		expect(words('2026-03-02T02:00:00.000Z', 'America/New_York')).toBe('Last seen yesterday 21:00');
	});

	test('a display counts as connected until the next note of it is late', () => {
		expect(isConnected({ seenAt: '2026-03-02T09:58:50.000Z' }, NOW)).toBe(true);
		expect(isConnected({ seenAt: '2026-03-02T09:58:45.000Z' }, NOW)).toBe(false);
	});
});
