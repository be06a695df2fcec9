import { describe, expect, it } from 'vitest';
import { agingOf, DEFAULT_AGING } from './aging.ts';
import { agingSentence, agingWords, dueWords, holdWords } from './messages.ts';
import { STATUSES, type Status } from './status.ts';

const aged = (status: Status, days: number) => {
	const now = new Date(Date.UTC(2026, 5, 1 + days)).toISOString();
	const job = { status, statusSince: '2026-06-01T00:00:00.000Z', promisedOn: '2026-06-10', hold: null };
	return agingOf(job, now, { ...DEFAULT_AGING, timeZone: 'UTC' });
};
const badge = (status: Status, days: number) => agingWords(aged(status, days), status);
const sentence = (status: Status, days: number) => agingSentence(aged(status, days), status);

describe('[G3] the words for a piece that nobody collects', () => {
	it('call for the customer from day 14 on', () => {
		expect(sentence('RP', 13)).toBe('13 days in Ready for pickup');
		expect(sentence('RP', 14)).toBe('14 days on the floor: chase the customer');
		expect(badge('RP', 14)).toBe('14d · chase the customer');
	});
});

describe('[G5] the words of a badge', () => {
	it('tell calm, amber and red apart without color', () => {
		expect([badge('CR', 2), badge('CR', 3), badge('CR', 7)]).toEqual([
			'2d',
			'3d · slow',
			'7d · ask the customer'
		]);
		expect(sentence('QN', 1)).toBe('1 day in Quote needed');
	});

	it('call the first day new', () => {
		expect(badge('CR', 0)).toBe('new');
	});

	it('say what to do for every status that can be red', () => {
		for (const status of STATUSES) {
			const red = { ...aged(status, 40), level: 'red' as const };
			expect(agingWords(red, status)).toMatch(/^40d · [a-z ]+$/);
			expect(agingSentence(red, status)).toMatch(/^40 days (in|on) .+: [a-z ]+$/);
		}
	});
});

describe('[G1] the words for a promised date', () => {
	const days: [day: number, words: string | null][] = [
		[0, null],
		[5, null],
		[6, 'Due in 3d'],
		[7, 'Due in 2d'],
		[8, 'Due tomorrow'],
		[9, 'Due today'],
		[10, '1d overdue'],
		[13, '4d overdue']
	];
	for (const [day, words] of days) {
		it(`${9 - day} days ahead are ${words ?? 'none'}`, () => {
			expect(dueWords(aged('IP', day).due)).toBe(words);
			expect(dueWords(aged('RP', day).due)).toBeNull();
		});
	}
});

describe('[W6] the words for a hold', () => {
	it('are its reason and its note', () => {
		expect(holdWords({ reason: 'stones', note: null })).toBe('Waiting on stones');
		expect(holdWords({ reason: 'stones', note: 'two rubies' })).toBe('Waiting on stones: two rubies');
		expect(holdWords({ reason: 'other', note: 'Ring lost' })).toBe('Ring lost');
	});
});
