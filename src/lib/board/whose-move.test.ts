import { expect, test } from 'vitest';
import { STATUSES } from '#lib/jobs/status.ts';
import { whoseMove } from './whose-move.ts';

const luca = { id: 'j', name: 'Luca Moretti', initials: 'LM' };

test('the vendor owes the quote', () => {
	expect(whoseMove({ status: 'AVQ', vendor: 'Goldhaus', jeweler: luca })).toEqual({
		role: 'vendor',
		name: 'Goldhaus'
	});
});

test('in production the bench jeweler works, or else the vendor', () => {
	expect(whoseMove({ status: 'IP', vendor: 'Goldhaus', jeweler: luca })?.name).toBe('Luca Moretti');
	expect(whoseMove({ status: 'IP', vendor: 'Goldhaus', jeweler: null })?.name).toBe('Goldhaus');
});

test('everywhere else it is the shop that moves', () => {
	const others = STATUSES.filter((status) => status !== 'AVQ' && status !== 'IP');
	expect(others.map((status) => whoseMove({ status, vendor: 'Goldhaus', jeweler: luca }))).toEqual(
		others.map(() => null)
	);
});
