import { describe, expect, test } from 'vitest';
import type { Aging } from './aging.ts';
import { agingSentence, agingWords, dueWords, holdWords } from './messages.ts';

const standing = (days: number, level: Aging['level']): Aging => ({
	days,
	level,
	due: { state: 'later', days: 20 },
	holdIsOver: false
});

describe('the words of badges', () => {
	test('[G3] a piece that nobody fetches asks to chase the customer', () => {
		expect(agingWords(standing(14, 'red'), 'RP')).toBe('14d · chase the customer');
		expect(agingSentence(standing(14, 'red'), 'RP')).toBe('14 days on the floor: chase the customer');
	});

	test('[G5] each level reads differently without its color', () => {
		const words = (['calm', 'amber', 'red'] as const).map((level) => agingWords(standing(5, level), 'AVQ'));
		expect(words).toEqual(['5d', '5d · slow', '5d · ask the vendor']);
	});

	test('[G2] a sentence names the days and the status', () => {
		expect(agingSentence(standing(1, 'calm'), 'CR')).toBe('1 day in Customer review');
	});

	test.each([
		[{ state: 'due_soon', days: 0 }, 'Due today'],
		[{ state: 'due_soon', days: 1 }, 'Due tomorrow'],
		[{ state: 'due_soon', days: 2 }, 'Due in 2d'],
		[{ state: 'overdue', days: -2 }, '2d overdue'],
		[{ state: 'later', days: 9 }, null],
		[{ state: 'settled', days: -9 }, null]
	] as const)('[G1] %o reads %s', (due, words) => {
		expect(dueWords(due)).toBe(words);
	});

	test('[W6] a hold says its reason, and its note instead when the reason is "other"', () => {
		expect(holdWords({ reason: 'stones', note: null })).toBe('Waiting on stones');
		expect(holdWords({ reason: 'stones', note: 'two rubies' })).toBe('Waiting on stones: two rubies');
		expect(holdWords({ reason: 'other', note: 'Wax not approved' })).toBe('Wax not approved');
	});
});
