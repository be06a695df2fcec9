import { describe, expect, test } from 'vitest';
import type { JobField } from './job-fields.ts';
import { readJobRow, type Reading } from './job-row.ts';

const TODAY = '2026-03-02';
const LEAST = { type: 'custom', customer: 'Maria Gonzalez', promisedOn: '2026-03-20' };
const read = (values: Partial<Record<JobField, string>>, reading: Partial<Reading> = {}) =>
	readJobRow(
		{ line: 2, key: 'k', values: { ...LEAST, ...values } },
		{ today: TODAY, dateOrder: null, decimal: '.', ...reading }
	);
const wrong = (values: Partial<Record<JobField, string>>) =>
	Object.fromEntries(read(values).issues.map(({ field, message }) => [field, message]));

describe('a row of jobs', () => {
	test('[J3] with the least is a job that needs a quote', () => {
		expect(read({})).toMatchObject({
			draft: {
				line: 2,
				status: 'QN',
				hold: null,
				takenInOn: null,
				inStatusSince: null,
				text: { type: 'custom', promisedOn: '2026-03-20', rush: false },
				customer: { name: 'Maria Gonzalez', roles: ['customer'] },
				salesperson: '',
				jeweler: '',
				vendor: ''
			},
			issues: [],
			warnings: []
		});
	});

	test('[J4] is read with everything', () => {
		const { draft } = read({
			oldNumber: '4711',
			notes: 'Call first',
			budget: '$1,234.50',
			declaredValue: '900',
			rush: 'x',
			metal: 'Gold',
			centerStone: 'Diamond',
			customerPhone: '+1 555 0100',
			customerEmail: 'maria@example.com',
			status: 'awaiting vendor quote',
			vendor: 'Castwell',
			takenInOn: '1 Feb 2026',
			inStatusSince: '20 Feb 2026',
			location: 'Safe'
		});
		expect(draft).toMatchObject({
			status: 'AVQ',
			vendor: 'Castwell',
			takenInOn: '2026-02-01',
			inStatusSince: '2026-02-20',
			text: {
				notes: 'Old number: 4711\nCall first',
				budgetCents: 123_450,
				declaredValueCents: 90_000,
				rush: true,
				location: 'Safe'
			},
			customer: { phone: '+1 555 0100', email: 'maria@example.com' }
		});
		expect(draft?.text.spec).toMatchObject({ metal: 'Gold', centerStone: 'Diamond' });
	});

	test('[I1] names everything that is wrong with it', () => {
		const values = {
			type: 'ring',
			customer: '',
			promisedOn: '03/04/2026',
			customerEmail: 'nobody',
			budget: '1,5',
			rush: 'maybe',
			metal: 'x'.repeat(201)
		};
		expect(Object.keys(wrong(values)).sort()).toEqual(Object.keys(values).sort());
		expect(wrong({ type: '', customer: '', promisedOn: '' })).toEqual({
			type: 'This is missing.',
			customer: 'This is missing.',
			promisedOn: 'This is missing.'
		});
	});

	test.each<[JobField, string]>([
		['title', 'x'.repeat(201)],
		['notes', 'x'.repeat(5001)],
		['location', 'x'.repeat(101)],
		['customer', 'bell\u0007'],
		['customerPhone', '1'.repeat(51)],
		['vendor', 'x'.repeat(201)],
		['budget', '-1'],
		['budget', '10000000000000'],
		['promisedOn', '1899-12-31']
	])('[I8] is refused where the API would refuse it: %s', (field, text) => {
		expect(Object.keys(wrong({ [field]: text }))).toEqual([field]);
	});

	test('[I6] that was promised for a day that has passed is taken with a warning, as overdue work comes along', () => {
		expect(read({ promisedOn: '2026-03-01' })).toMatchObject({
			issues: [],
			warnings: [{ field: 'promisedOn' }]
		});
		expect(read({ promisedOn: TODAY }).warnings).toEqual([]);
	});

	test('[I7] was not taken in, and has not changed, in the future; and not the second before the first', () => {
		expect(wrong({ takenInOn: TODAY, inStatusSince: TODAY })).toEqual({});
		expect(Object.keys(wrong({ takenInOn: '2026-03-03', inStatusSince: '2026-03-04' }))).toEqual([
			'takenInOn',
			'inStatusSince'
		]);
		expect(Object.keys(wrong({ takenInOn: '2026-02-10', inStatusSince: '2026-02-09' }))).toEqual([
			'inStatusSince'
		]);
	});

	test('[W5] that awaits a vendor’s quote needs the vendor', () => {
		expect(Object.keys(wrong({ status: 'AVQ' }))).toEqual(['vendor']);
	});
});

describe('[W6] a row of a job on hold', () => {
	const hold = (values: Partial<Record<JobField, string>>) =>
		read({ status: 'On hold', ...values }).draft?.hold;

	test('needs a reason', () => {
		expect(Object.keys(wrong({ status: 'OH' }))).toEqual(['holdReason']);
		expect(Object.keys(wrong({ status: 'OH', holdReason: 'other' }))).toEqual(['holdNote']);
	});

	test('keeps the reason of the list with its note, and any other as it was written', () => {
		expect(hold({ holdReason: 'Stones', holdNote: 'Second parcel' })).toEqual({
			reason: 'stones',
			note: 'Second parcel',
			until: null,
			from: 'QN'
		});
		expect(hold({ holdReason: 'Insurance', holdNote: 'By post' })).toMatchObject({
			reason: 'other',
			note: 'Insurance: By post'
		});
		expect(hold({ holdNote: 'Ask Ana' })).toMatchObject({ reason: 'other', note: 'Ask Ana' });
		expect(hold({ holdReason: 'other', holdNote: 'Ask Ana' })).toMatchObject({
			reason: 'other',
			note: 'Ask Ana'
		});
	});

	test('[I7] resumes into the status that it names, which is not On hold', () => {
		expect(hold({ holdReason: 'deposit', heldFrom: 'In production', holdUntil: '1 Mar 2026' })).toEqual({
			reason: 'deposit',
			note: null,
			until: '2026-03-01',
			from: 'IP'
		});
		expect(Object.keys(wrong({ status: 'OH', holdReason: 'deposit', heldFrom: 'OH' }))).toEqual(['heldFrom']);
	});

	test('is not one of a job that is not on hold: what it says of a hold is a warning', () => {
		const { draft, warnings } = read({ holdReason: 'stones', holdUntil: '2026-04-01' });
		expect(draft?.hold).toBeNull();
		expect(warnings.map(({ field }) => field)).toEqual(['holdReason', 'holdUntil']);
	});
});
