import { describe, expect, it } from 'vitest';
import { initialsOf } from './actor.ts';

const NAMES: [name: string, initials: string][] = [
	['Ana Ruiz', 'AR'],
	['Ana María Ruiz', 'AR'],
	['ana', 'A'],
	['  ana \t ruiz\n', 'AR'],
	['Jean-Luc Picard', 'JP'],
	['åsa öberg', 'ÅÖ'],
	['שרה לוי', 'של'],
	['李 小龍', '李小'],
	['𝒜na Ruiz', '𝒜R'],
	['', ''],
	['   ', '']
];

describe('the initials of a person', () => {
	for (const [name, initials] of NAMES) {
		it(`called ${JSON.stringify(name)} are ${JSON.stringify(initials)}`, () => {
			expect(initialsOf(name)).toBe(initials);
		});
	}

	it('do not depend on the language of the machine: i stays I without a dot', () => {
		expect(initialsOf('ilker ipek')).toBe('II');
	});
});
