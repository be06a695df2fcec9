import { expect, test } from 'vitest';
import { seenAgo } from './seen.ts';

const NOW = '2026-03-02T10:00:00.000Z';

test.each([
	['2026-03-02T10:00:03.000Z', 'just now'],
	['2026-03-02T09:50:01.000Z', 'just now'],
	['2026-03-02T09:50:00.000Z', '10 minutes ago'],
	['2026-03-02T09:00:01.000Z', '59 minutes ago'],
	['2026-03-02T09:00:00.000Z', '1 hour ago'],
	['2026-03-01T10:00:01.000Z', '23 hours ago'],
	['2026-03-01T10:00:00.000Z', '1 day ago'],
	['2026-02-10T10:00:00.000Z', '20 days ago']
])('[P3] a session that was used at %s was used %s', (seenAt, words) => {
	expect(seenAgo(seenAt, NOW)).toBe(words);
});
