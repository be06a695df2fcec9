import { expect, test } from 'vitest';
import { choicesOf, withChosen } from './choices.ts';

const ana = { id: 'a', name: 'Ana Ruiz', initials: 'AR' };
const zoe = { id: 'z', name: 'Zoë', initials: 'Z' };

test('[L2] the people and vendors of some jobs are there to choose from, each once and by name', () => {
	const jobs = [
		{ salesperson: zoe, jeweler: null, vendor: 'Orfèvre' },
		{ salesperson: ana, jeweler: zoe, vendor: 'Castwell' },
		{ salesperson: ana, jeweler: null, vendor: 'Castwell' }
	];
	expect(choicesOf(jobs)).toEqual({
		salespeople: [
			{ value: 'a', name: 'Ana Ruiz' },
			{ value: 'z', name: 'Zoë' }
		],
		jewelers: [{ value: 'z', name: 'Zoë' }],
		vendors: [
			{ value: 'Castwell', name: 'Castwell' },
			{ value: 'Orfèvre', name: 'Orfèvre' }
		]
	});
});

test('[L2] what is chosen is among the choices, even if no job has it any more', () => {
	const choices = [{ value: 'a', name: 'Ana' }];
	expect(withChosen(choices, 'b', 'Not on the board')).toEqual([
		...choices,
		{ value: 'b', name: 'Not on the board' }
	]);
	expect(withChosen(choices, 'a', 'X')).toBe(choices);
	expect(withChosen(choices, null, 'X')).toBe(choices);
});
