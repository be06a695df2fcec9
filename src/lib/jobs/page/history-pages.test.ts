import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '#lib/jobs/job-events.ts';
import { withEarlier, withNewest } from './history-pages.ts';

const entries = (...versions: number[]) => versions.map((version) => ({ version }) as HistoryEntry);
const versionsOf = (history: readonly HistoryEntry[]) => history.map(({ version }) => version);

describe('[W11] the pages of a history', () => {
	it.each([
		['nothing new', [5, 4, 3, 2], [5, 4, 3], [5, 4, 3, 2]],
		['one more', [5, 4, 3, 2], [6, 5, 4], [6, 5, 4, 3, 2]],
		['a gap', [5, 4, 3], [12, 11, 10], [12, 11, 10]],
		['nothing known', [], [2, 1], [2, 1]]
	])('take in the newest one: %s', (_, known, newest, shown) => {
		expect(versionsOf(withNewest(entries(...known), entries(...newest)))).toEqual(shown);
	});

	it('take in an earlier one, each entry once', () => {
		expect(versionsOf(withEarlier(entries(5, 4), entries(4, 3, 1)))).toEqual([5, 4, 3, 1]);
	});
});
