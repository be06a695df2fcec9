import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { CloseInput, CreateJobInput, MoveInput } from './job-input.ts';

const mutationId = '0b9f3f0e-5f3c-4d2b-9a51-3f1f6f0c7a11';
const move = { mutationId, from: 'QN', to: 'OH' };
const job = { mutationId, type: 'repair', customerId: 'c1', promisedOn: '2026-04-01' };

/** The fields that a schema complains about, each once. */
function wrongFields(schema: v.GenericSchema, input: unknown): (string | null)[] {
	const { issues } = v.safeParse(schema, input);
	return [...new Set(issues?.map((issue) => v.getDotPath(issue)))];
}

describe('[W2] what a move is asked with', () => {
	it('may be as little as two statuses', () => {
		expect(wrongFields(MoveInput, move)).toEqual([]);
		expect(
			wrongFields(MoveInput, { ...move, before: null, after: null, vendorId: null, hold: null })
		).toEqual([]);
	});

	const wrong: [string, object, string][] = [
		['no mutation id', { mutationId: undefined }, 'mutationId'],
		['a mutation id that is no UUID', { mutationId: '1' }, 'mutationId'],
		['[W1] a seventh status', { to: 'DONE' }, 'to'],
		['a status in another case', { from: 'qn' }, 'from'],
		['a neighbour by name', { after: '#000012' }, 'after'],
		['a neighbour that is no number', { before: 0.5 }, 'before'],
		['a neighbour before the first', { before: 0 }, 'before'],
		['[W6] a reason of its own', { hold: { reason: 'lunch' } }, 'hold.reason'],
		['[W6] a day that does not exist', { hold: { reason: 'stones', until: '2026-02-30' } }, 'hold.until'],
		['a note beyond 500 characters', { hold: { reason: 'other', note: 'x'.repeat(501) } }, 'hold.note'],
		['a field that nobody knows', { rank: 'a0' }, 'rank']
	];
	for (const [name, over, field] of wrong) {
		it(`is refused with ${name}`, () => {
			expect(wrongFields(MoveInput, { ...move, ...over })).toEqual([field]);
		});
	}
});

describe('[W10] what a closing is asked with', () => {
	it('is one of two outcomes', () => {
		expect(wrongFields(CloseInput, { mutationId, outcome: 'picked_up' })).toEqual([]);
		expect(wrongFields(CloseInput, { mutationId, outcome: 'lost' })).toEqual(['outcome']);
	});
});

describe('[J3] what a job is created with', () => {
	it('names each field that is missing', () => {
		expect(wrongFields(CreateJobInput, job)).toEqual([]);
		expect(wrongFields(CreateJobInput, { mutationId })).toEqual(['type', 'customerId', 'promisedOn']);
		expect(wrongFields(CreateJobInput, { ...job, customerId: '', promisedOn: '' })).toEqual([
			'customerId',
			'promisedOn'
		]);
	});

	it('[J4] takes amounts in whole cents, never below zero', () => {
		expect(wrongFields(CreateJobInput, { ...job, budgetCents: 0, declaredValueCents: 125_000 })).toEqual([]);
		for (const budgetCents of [-1, 0.5, NaN, Infinity, '100']) {
			expect(wrongFields(CreateJobInput, { ...job, budgetCents }), `${budgetCents}`).toEqual(['budgetCents']);
		}
	});

	it('[J4] trims text, keeps its lines, and refuses control characters', () => {
		const parsed = v.parse(CreateJobInput, { ...job, title: '  Ring ', notes: 'one\n\ttwo' });
		expect(parsed).toMatchObject({ title: 'Ring', notes: 'one\n\ttwo' });
		expect(wrongFields(CreateJobInput, { ...job, title: 'Ri\u0000ng' })).toEqual(['title']);
	});
});
