import { describe, expect, it } from 'vitest';
import { DEFAULT_AGING } from '#lib/jobs/aging.ts';
import { STATUSES } from '#lib/jobs/status.ts';
import type { FeedEntry } from './feed.ts';
import { cycleWords, feedWords, hoursWords, redHours, throughputWords, weekWords } from './messages.ts';

describe('[P4] the dashboard says', () => {
	it.each([
		[0.2, 'under 1 h'],
		[5.4, '5 h'],
		[23.4, '23 h'],
		[23.6, '1 d'],
		[36, '1.5 d'],
		[48, '2 d'],
		[238, '9.9 d'],
		[300, '13 d']
	])('%f hours as %s', (hours, words) => {
		expect(hoursWords(hours)).toBe(words);
	});

	it('how long a status takes, or that nothing left it', () => {
		const row = { status: 'CR', stays: 3, median: 60, p80: 120 } as const;
		expect(cycleWords(row)).toBe('2.5 d · 80 % in 5 d');
		expect(cycleWords({ ...row, stays: 0, median: null, p80: null })).toBe('none moved on');
	});

	it('what came and went', () => {
		const weeks = [
			{ from: '2026-02-23', takenIn: 3, pickedUp: 2 },
			{ from: '2026-03-02', takenIn: 4, pickedUp: 0 }
		];
		expect(throughputWords(weeks)).toBe('7 taken in and 2 picked up in 2 weeks');
		expect(weeks.map(({ from }) => weekWords(from, '2026-03-02'))).toEqual(['23 Feb', 'this week']);
		const none = weeks.map(({ from }) => ({ from, takenIn: 0, pickedUp: 0 }));
		expect(throughputWords(none)).toBe('Nothing was taken in or picked up in 2 weeks.');
	});

	const ENTRIES: [Partial<FeedEntry>, string][] = [
		[{ kind: 'created', from: null, to: 'QN' }, 'took it in'],
		[{ kind: 'created', from: null, to: 'IP' }, 'took it in as In production'],
		[{ kind: 'moved', from: 'CR', to: 'IP' }, 'Customer review → In production'],
		[{ kind: 'undone', from: 'IP', to: 'CR' }, 'took a move back: Customer review'],
		[{ kind: 'closed', from: 'RP', to: null, outcome: 'picked_up' }, 'picked up'],
		[{ kind: 'closed', from: 'RP', to: null }, 'closed it'],
		[{ kind: 'reopened', from: null, to: 'RP' }, 'reopened it in Ready for pickup']
	];
	it.each(ENTRIES)('of %j: %s', (entry, words) => {
		const whole = { version: 1, at: '', by: null, number: 1, name: '', outcome: null };
		expect(feedWords({ ...whole, ...entry } as FeedEntry)).toBe(words);
	});

	it('[G2] red from the threshold’s day on, and nowhere in production', () => {
		const aging = { ...DEFAULT_AGING, timeZone: 'UTC' };
		expect(STATUSES.map((status) => redHours({ status }, aging))).toEqual([96, 168, 168, null, 336, 720]);
	});
});
