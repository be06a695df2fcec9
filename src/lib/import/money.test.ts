import { describe, expect, test } from 'vitest';
import { readCents, type Decimal } from './money.ts';

const cents = (text: string, decimal: Decimal = '.') => {
	const read = readCents(text, decimal);
	return read.ok ? read.value : null;
};

describe('[I5] an amount', () => {
	test.each([
		['0', 0],
		['1', 100],
		['1.5', 150],
		['1234.50', 123_450],
		['1,234.50', 123_450],
		['$1,234.50', 123_450],
		['1 234.50', 123_450],
		['1\u00a0234.50', 123_450],
		['1’234.50', 123_450],
		["CHF 1'234.50", 123_450],
		['US$ 12', 1200],
		['2,500 USD', 250_000],
		['£ 1,234,567.89', 123_456_789],
		['500.-', 50_000],
		['1,234', 123_400],
		['-5', -500]
	])('%s is %i cents with the point', (text, expected) => {
		expect(cents(text)).toBe(expected);
	});

	test.each([
		['1.234,50 €', 123_450],
		['1234,5', 123_450],
		['€ 1.234', 123_400],
		['1 234,50', 123_450],
		['500,–', 50_000],
		['1200', 120_000]
	])('%s is %i cents with the comma', (text, expected) => {
		expect(cents(text, ',')).toBe(expected);
	});

	test.each([
		...['1,50', '1.234,50', '1.234', '12,34,567', '1,2345', '1.2.3', '.5', '5.', '', 'about 500', '500–600'],
		...['1e3', '(100)', '$', '1 23', '٥٠٠', '0x10', 'Infinity']
	])('%j is none with the point', (text) => {
		expect(cents(text)).toBeNull();
	});

	test.each(['1.50', '1,234.50', '1,234'])('%s is none with the comma', (text) => {
		expect(cents(text, ',')).toBeNull();
	});
});
