import { describe, expect, test } from 'vitest';
import { abilitiesOf } from '#lib/jobs/abilities.ts';
import type { Role } from '#lib/people/actor.ts';
import { limitsSentence } from './limits.ts';

const as = (role: Role) => abilitiesOf({ kind: 'person', shopId: 's', id: 'p', name: 'Ana', role });

describe('[W13] what somebody may move', () => {
	test('is said in one sentence to a jeweler', () => {
		expect(limitsSentence(as('jeweler'))).toBe(
			'You can move jobs from In production to Ready for pickup or On hold, and from On hold to In production.'
		);
	});

	test('needs no word for those who make every move', () => {
		expect(limitsSentence(as('admin'))).toBe(null);
		expect(limitsSentence(as('salesperson'))).toBe(null);
	});

	test('is nothing for a viewer', () => {
		expect(limitsSentence(as('viewer'))).toBe('You can look at the board, and move nothing on it.');
	});
});
