import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { bodyOf, EditJobInput, editOf, type FieldValue } from './edit-input.ts';
import { EDITABLE_FIELDS, type EditableField } from './job.ts';

const MUTATION = { mutationId: '0b5a5b3e-0d2f-4a2a-9a54-7a4c8a3f9b11', version: 3 };

const SAMPLES: Partial<Record<EditableField, FieldValue>> = {
	type: 'repair',
	promisedOn: '2026-05-01',
	rush: true,
	budgetCents: 120_000,
	declaredValueCents: 0
};

describe('[J7] the input of an edit', () => {
	for (const field of EDITABLE_FIELDS) {
		it(`takes ${field} alone, and gives it back`, () => {
			const value = SAMPLES[field] ?? 'abc';
			const input = v.parse(EditJobInput, { ...MUTATION, ...bodyOf(field, value) });
			expect(editOf(input)).toEqual({ [field]: value });
		});
	}

	it.each(['title', 'notes', 'location', 'metal', 'vendorId', 'jewelerId', 'budgetCents'] as const)(
		'clears %s',
		(field) => {
			const input = v.parse(EditJobInput, { ...MUTATION, ...bodyOf(field, null) });
			expect(editOf(input)).toEqual({ [field]: null });
		}
	);

	it.each(['type', 'customerId', 'promisedOn', 'salespersonId', 'rush'] as const)(
		'[J3] does not clear %s',
		(field) => {
			expect(v.safeParse(EditJobInput, { ...MUTATION, ...bodyOf(field, null) }).success).toBe(false);
		}
	);

	it.each([
		['no version', { version: undefined }],
		['version 0', { version: 0 }],
		['half a version', { version: 1.5 }],
		['no mutation id', { mutationId: undefined }],
		['a field that there is not', { status: 'IP' }],
		['a spec field that there is not', { spec: { price: '1' } }],
		['an amount below nothing', { budgetCents: -1 }],
		['a day that does not exist', { promisedOn: '2026-02-30' }]
	])('refuses %s', (_, wrong) => {
		expect(v.safeParse(EditJobInput, { ...MUTATION, ...wrong }).success).toBe(false);
	});
});
