import { describe, expect, it } from 'vitest';
import type { HistoryFact } from '#lib/jobs/job-events.ts';
import { changeWords, historyWords } from './history-words.ts';

describe('[W11] the history in words', () => {
	it.each<[string, HistoryFact]>([
		['Taken in as Quote needed', { kind: 'created', status: 'QN' }],
		['Moved within In production', { kind: 'moved', from: 'IP', to: 'IP', hold: null, vendor: null }],
		[
			'Quote needed → Awaiting vendor quote, asked Castwell',
			{ kind: 'moved', from: 'QN', to: 'AVQ', hold: null, vendor: 'Castwell' }
		],
		['Cancelled: Too dear', { kind: 'closed', status: 'QN', outcome: 'cancelled', reason: 'Too dear' }],
		['Updated from the contact', { kind: 'edited', fromContact: true, changes: [] }],
		[
			'Changed metal, budget',
			{
				kind: 'edited',
				fromContact: false,
				changes: [
					{ field: 'metal', before: null, after: 'Gold' },
					{ field: 'budgetCents', before: null, after: 1 }
				]
			}
		],
		['Removed a.png', { kind: 'attachment_removed', fileName: 'a.png', attachment: 'drawing' }]
	])('“%s”', (words, fact) => {
		expect(historyWords({ fact })).toBe(words);
	});

	it.each([
		['promisedOn', '2026-05-01', 'Fri 1 May'],
		['type', 'repair', 'Repair'],
		['rush', true, 'yes'],
		['budgetCents', 125_000, '1,250.00'],
		['title', null, 'nothing'],
		['metal', 'Gold', 'Gold']
	] as const)('[J7] %s reads %s as “%s”', (field, value, words) => {
		expect(changeWords({ field, before: null, after: value }).after).toBe(words);
	});
});
