import { describe, expect, it } from 'vitest';
import { abilitiesOf } from '#lib/jobs/abilities.ts';
import { isEdge, STATUSES } from '#lib/jobs/status.ts';
import type { Role } from '#lib/people/actor.ts';
import type { Card } from './card.ts';
import { needOf, refusalOf } from './move-proposal.ts';

const as = (role: Role) => abilitiesOf({ kind: 'person', shopId: 's', id: 'p', name: 'Ana', role });
const card = (vendor: string | null) => ({ number: 1, vendor }) as Card;

describe('a column refuses the card in the hand', () => {
	it.each(STATUSES.flatMap((from) => STATUSES.filter((to) => to !== from).map((to) => [from, to] as const)))(
		'[W2] from %s to %s exactly where the workflow has no way',
		(from, to) => {
			expect(refusalOf(from, to, as('salesperson')) === null).toBe(isEdge(from, to));
		}
	);

	it('[W4] with where the job may go instead', () => {
		expect(refusalOf('IP', 'QN', as('admin'))).toBe(
			'A piece in production can only become Ready for pickup or go On hold.'
		);
	});

	it('[W13] and a jeweler with their role, where somebody else might', () => {
		expect(refusalOf('IP', 'RP', as('jeweler'))).toBe(null);
		expect(refusalOf('QN', 'IP', as('jeweler'))).toBe('Your role does not allow this.');
	});
});

describe('a move asks first', () => {
	const abilities = as('admin');

	it('[W5] for the vendor, unless the job has one', () => {
		const move = { number: 1, from: 'QN', to: 'AVQ' } as const;
		expect(needOf(card(null), move, abilities)).toBe('vendor');
		expect(needOf(card('Castwell'), move, abilities)).toBe(null);
	});

	it('[W6] for the reason of a hold', () => {
		expect(needOf(card(null), { number: 1, from: 'IP', to: 'OH' }, abilities)).toBe('hold');
	});

	it('for nothing when it stays in its column, or is not allowed anyway', () => {
		expect(needOf(card(null), { number: 1, from: 'OH', to: 'OH' }, abilities)).toBe(null);
		expect(needOf(card(null), { number: 1, from: 'RP', to: 'AVQ' }, abilities)).toBe(null);
	});
});
