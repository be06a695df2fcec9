import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCents, parseCents } from './money.ts';

describe('an amount', () => {
	it.each([
		['1250', 125_000],
		['1,250', 125_000],
		['1,250.5', 125_050],
		['1 250.00', 125_000],
		['$1,234,567.89', 123_456_789],
		['12,50', 1_250],
		['0', 0],
		['', null],
		['  ', null]
	])('typed as “%s” is %s cents', (text, cents) => {
		expect(parseCents(text)).toBe(cents);
	});

	it.each(['-5', '1.234', 'about 300', '12.5.0', '1,25,0', '12345678901', '1e3'])(
		'is not what “%s” says',
		(text) => {
			expect(parseCents(text)).toBeUndefined();
		}
	);

	it('is read back as it is written', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 100_000_000_000 }), (cents) => {
				expect(parseCents(formatCents(cents))).toBe(cents);
			})
		);
	});
});
