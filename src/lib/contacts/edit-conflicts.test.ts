import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTACT_FIELDS, type ContactFields } from './contact.ts';
import { changedFields, conflictingFields } from './edit-conflicts.ts';
import { NOBODY } from './typed-contact.ts';

const maria: ContactFields = { ...NOBODY, name: 'Maria', roles: ['customer'], phone: '1' };

describe('[S4] two people who save one contact', () => {
	it('get in each other’s way only where both have made something else of a field', () => {
		const now: ContactFields = { ...maria, phone: '2', email: 'm@x.test', roles: ['vendor'] };
		expect(conflictingFields(maria, now, { phone: '3', notes: 'x' })).toEqual(['phone']);
		expect(conflictingFields(maria, now, { name: 'Mia', notes: 'x' })).toEqual([]);
		expect(conflictingFields(maria, now, { phone: '2', roles: ['vendor'] })).toEqual([]);
		expect(conflictingFields(maria, now, { roles: ['customer', 'vendor'], email: null })).toEqual([
			'roles',
			'email'
		]);
	});

	it('get in each other’s way with every change when nobody knows what one of them has seen', () => {
		expect(conflictingFields(null, maria, { phone: '3', name: 'Maria' })).toEqual(['phone']);
	});

	const someFields = fc.record(
		{
			name: fc.constantFrom('a', 'b', 'c'),
			phone: fc.constantFrom(null, '1', '2'),
			taxExempt: fc.boolean()
		},
		{ requiredKeys: [] }
	);
	it('lose nothing when there is no conflict: every change of either stands', () => {
		fc.assert(
			fc.property(someFields, someFields, (theirs, mine) => {
				const now = { ...maria, ...theirs };
				if (conflictingFields(maria, now, mine).length > 0) return;
				const merged = { ...now, ...mine };
				for (const field of CONTACT_FIELDS) {
					const isTheirs = changedFields(maria, theirs).includes(field);
					if (isTheirs && !(field in mine)) expect(merged[field]).toEqual(now[field]);
					if (field in mine) expect(merged[field]).toEqual(mine[field as keyof typeof mine]);
				}
			})
		);
	});
});
