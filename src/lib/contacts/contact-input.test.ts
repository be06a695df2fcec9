import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ChangeContactInput, CreateContactInput, ListContactsInput } from './contact-input.ts';

const mutationId = '0b9f3f0e-5f3c-4d2b-9a51-3f1f6f0c7a11';
const contact = { mutationId, name: 'Maria', roles: ['customer'] };

/** The fields that a schema complains about, each once. */
function wrongFields(schema: v.GenericSchema, input: unknown): (string | null)[] {
	const { issues } = v.safeParse(schema, input);
	return [...new Set(issues?.map((issue) => v.getDotPath(issue)))];
}

describe('[S4] what a contact is made of', () => {
	it('is cleaned: spaces, empty fields, roles that come twice', () => {
		const parsed = v.parse(CreateContactInput, {
			...contact,
			name: '  Maria\t José\u00a0 Díaz ',
			roles: ['vendor', 'customer', 'vendor'],
			company: ' ',
			email: '',
			address: ' 1 Abbey Lane\nYonkers ',
			notes: ''
		});
		expect(parsed).toEqual({
			mutationId,
			name: 'Maria José Díaz',
			roles: ['customer', 'vendor'],
			company: null,
			email: null,
			address: '1 Abbey Lane\nYonkers',
			notes: null
		});
	});

	it('loses the invisible marks that phones copy along with numbers and addresses', () => {
		const { phone, email } = v.parse(CreateContactInput, {
			...contact,
			phone: '\u202a+1 212 555 0114\u202c',
			email: '\u2066m@x.test\u2069'
		});
		expect([phone, email]).toEqual(['+1 212 555 0114', 'm@x.test']);
	});

	const wrong: [string, object, string][] = [
		['no name', { name: ' ' }, 'name'],
		['a name with a control character', { name: 'Ma\u0000ria' }, 'name'],
		['a name that turns the direction of what follows', { name: 'Maria \u202etxt.exe' }, 'name'],
		['a company that isolates one', { company: '\u2066Casa' }, 'company'],
		['a name beyond 200 characters', { name: 'x'.repeat(201) }, 'name'],
		['no role', { roles: [] }, 'roles'],
		['one role as text', { roles: 'vendor' }, 'roles'],
		['a third role', { roles: ['customer', 'king'] }, 'roles.1'],
		['an e-mail address that is none', { email: 'maria@mail' }, 'email'],
		['a phone number beyond 50 characters', { phone: '1'.repeat(51) }, 'phone'],
		['an address beyond 500 characters', { address: 'x'.repeat(501) }, 'address'],
		['maybe for yes or no', { taxExempt: 'maybe' }, 'taxExempt'],
		['notes with half a letter', { notes: '\ud800' }, 'notes'],
		['a field that nobody knows', { archived: true }, 'archived']
	];
	for (const [name, over, field] of wrong) {
		it(`is refused with ${name}`, () => {
			expect(wrongFields(CreateContactInput, { ...contact, ...over })).toEqual([field]);
			expect(wrongFields(ChangeContactInput, { mutationId, ...over })).toEqual([field]);
		});
	}

	it('changes field by field, from a version that can be', () => {
		expect(v.parse(ChangeContactInput, { mutationId, phone: ' ' })).toEqual({ mutationId, phone: null });
		for (const version of [0, 1.5, '1', null])
			expect(wrongFields(ChangeContactInput, { mutationId, version })).toEqual(['version']);
	});

	it('[L3] is searched for by what was pasted', () => {
		expect(v.parse(ListContactsInput, { q: '\u202a 555  0114\u202c' })).toMatchObject({ q: '555 0114' });
		expect(wrongFields(ListContactsInput, { cursor: '../x', limit: '201', role: 'king' })).toEqual([
			'role',
			'cursor',
			'limit'
		]);
	});
});
