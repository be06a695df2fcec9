import { expect, it } from 'vitest';
import { agingOf, DEFAULT_AGING } from '#lib/jobs/aging.ts';
import type { Status } from '#lib/jobs/status.ts';
import { latenessOf } from './lateness.ts';
import { lateFirst } from './pages.ts';

const NOW = '2026-03-31T10:00:00.000Z';
const SETTINGS = { ...DEFAULT_AGING, timeZone: 'UTC' };
const aging = (status: Status, days: number, promisedOn = '2026-06-01') => {
	const statusSince = new Date(Date.parse(NOW) - days * 86_400_000).toISOString();
	return agingOf({ status, statusSince, promisedOn, hold: null }, NOW, SETTINGS);
};

it('[D2] overdue comes before red, and longer before shorter; amber and due soon stay where they are', () => {
	const cards = [
		{ name: 'amber', aging: aging('QN', 3) },
		{ name: 'red for 4 days', aging: aging('QN', 4) },
		{ name: 'due tomorrow', aging: aging('QN', 0, '2026-04-01') },
		{ name: 'overdue by 1 day', aging: aging('QN', 9, '2026-03-30') },
		{ name: 'red for 20 days', aging: aging('QN', 20) },
		{ name: 'overdue by 8 days', aging: aging('QN', 0, '2026-03-23') },
		{ name: 'calm', aging: aging('QN', 0) }
	];
	expect(lateFirst(cards, (card) => latenessOf(card.aging)).map(({ name }) => name)).toEqual([
		'overdue by 8 days',
		'overdue by 1 day',
		'red for 20 days',
		'red for 4 days',
		'amber',
		'due tomorrow',
		'calm'
	]);
});
