import { describe, expect, test } from 'vitest';
import { holdChoices, holdNote, noteLength } from './hold-choices.ts';
import { HOLD_REASONS } from './job.ts';

const OWN = [{ label: 'Waiting for the signature', reason: 'customer' as const }];

describe('[W6] the reasons of a hold', () => {
	test('are the five, and then the shop’s own', () => {
		expect(holdChoices([]).map(({ reason }) => reason)).toEqual(HOLD_REASONS);
		expect(holdChoices(OWN).at(-1)).toMatchObject({ label: OWN[0]!.label, reason: 'customer' });
	});

	test('one of the shop’s own is told in the note, before what was typed', () => {
		const own = holdChoices(OWN).at(-1)!;
		expect(holdNote(own, ' ')).toBe('Waiting for the signature');
		expect(holdNote(own, ' till May ')).toBe('Waiting for the signature: till May');
		expect(holdNote(own, 'x'.repeat(noteLength(own)))).toHaveLength(500);
	});

	test('one of the five leaves the note as it is', () => {
		const [five] = holdChoices(OWN);
		expect(holdNote(five!, ' ')).toBeNull();
		expect(holdNote(five!, ' till May ')).toBe('till May');
		expect(noteLength(five)).toBe(500);
	});
});
