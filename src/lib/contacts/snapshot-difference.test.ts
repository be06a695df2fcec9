import { describe, expect, it } from 'vitest';
import { FIELD_LABELS, fieldWords } from './messages.ts';
import { snapshotDifference } from './snapshot-difference.ts';

const copied = {
	name: 'Maria',
	company: null,
	email: 'm@x.test',
	phone: '1',
	address: null,
	taxExempt: false,
	taxNumber: null
};

describe('[S2] what “Update from contact” would change', () => {
	it('is nothing while the contact is as it was copied', () => {
		expect(snapshotDifference(copied, copied)).toEqual([]);
		expect(snapshotDifference(copied, { ...copied, company: '' })).toEqual([]);
	});

	it('is each field with what stood and what would stand there', () => {
		const contact = {
			...copied,
			name: 'Mia',
			email: null,
			company: 'Casa',
			taxExempt: true,
			taxNumber: 'E-1'
		};
		const difference = snapshotDifference(copied, contact);
		expect(difference).toEqual([
			{ field: 'name', before: 'Maria', after: 'Mia' },
			{ field: 'company', before: null, after: 'Casa' },
			{ field: 'email', before: 'm@x.test', after: null },
			{ field: 'taxExempt', before: false, after: true },
			{ field: 'taxNumber', before: null, after: 'E-1' }
		]);
		const lines = difference.map(
			({ field, before, after }) => `${FIELD_LABELS[field]}: ${fieldWords(before)} → ${fieldWords(after)}`
		);
		expect(lines.slice(1, 4)).toEqual([
			'Company: nothing → Casa',
			'E-mail: m@x.test → nothing',
			'Tax-exempt: no → yes'
		]);
	});
});
