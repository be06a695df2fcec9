import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatJobNumber, parseJobNumber } from './job-number.ts';

describe('[J2] a job number', () => {
	it('is shown with six digits, or as many as it has', () => {
		expect(formatJobNumber(1)).toBe('#000001');
		expect(formatJobNumber(123)).toBe('#000123');
		expect(formatJobNumber(999_999)).toBe('#999999');
		expect(formatJobNumber(1_000_000)).toBe('#1000000');
	});

	it('is read with and without leading zeros and #', () => {
		for (const text of ['123', '0123', '000123', '#123', '#000123']) {
			expect(parseJobNumber(text), text).toBe(123);
		}
	});

	const NONE = [
		'',
		'#',
		'0',
		'#000000',
		'-1',
		'+1',
		'1.0',
		'1e3',
		'0x1',
		' 1',
		'1 ',
		'1\n',
		'##1',
		'1#',
		'abc'
	];
	for (const text of [...NONE, '１２３', '1234567890']) {
		it(`is not ${JSON.stringify(text)}`, () => {
			expect(parseJobNumber(text)).toBeNull();
		});
	}

	it('is read as it was shown', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 999_999_999 }), (number) => {
				expect(parseJobNumber(formatJobNumber(number))).toBe(number);
			})
		);
	});
});
