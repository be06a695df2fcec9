import { describe, expect, test } from 'vitest';
import { readDay, type DateOrder } from './day.ts';

const day = (text: string, order: DateOrder | null = null) => {
	const read = readDay(text, order);
	return read.ok ? read.value : read.message;
};

describe('[I5] a day', () => {
	test.each([
		['2026-03-04', '2026-03-04'],
		['2026/3/4', '2026-03-04'],
		['2026.03.04', '2026-03-04'],
		['2026-03-04T00:00:00', '2026-03-04'],
		['2026-03-04 00:00:00.000Z', '2026-03-04'],
		['2026-03-04 14:30', '2026-03-04'],
		['25/12/2026', '2026-12-25'],
		['12/25/2026', '2026-12-25'],
		['31.1.2026', '2026-01-31'],
		['31. 1. 2026', '2026-01-31'],
		['3/3/2026', '2026-03-03'],
		['31-12-99', '2099-12-31'],
		['4 March 2026', '2026-03-04'],
		['4 Mar 26', '2026-03-04'],
		['4-Mar-2026', '2026-03-04'],
		['4. Sept. 2026', '2026-09-04'],
		['March 4, 2026', '2026-03-04'],
		['Mar 4 2026', '2026-03-04'],
		['March 4th, 2026 9:05 PM', '2026-03-04'],
		['Wed, 4 Mar 2026', '2026-03-04'],
		['29 February 2028', '2028-02-29']
	])('written %s is one day', (text, expected) => {
		expect(day(text)).toBe(expected);
	});

	test.each(['03/04/2026', '3.4.2026', '03-04-26', '10/11/12', '25/12/26', '3/4/2026 10:00'])(
		'written %s could be several, and is refused',
		(text) => expect(day(text)).toContain('could be two days')
	);

	test.each([
		['03/04/2026', 'dmy', '2026-04-03'],
		['03/04/2026', 'mdy', '2026-03-04'],
		['10.11.12', 'dmy', '2012-11-10'],
		['10/11/12', 'mdy', '2012-10-11'],
		['10-11-12', 'ymd', '2010-11-12'],
		['2026-03-04', 'dmy', '2026-03-04'],
		['4 Mar 2026', 'mdy', '2026-03-04']
	] as const)('written %s is one when the file writes %s', (text, order, expected) => {
		expect(day(text, order)).toBe(expected);
	});

	test.each([
		['12/25/2026', 'dmy'],
		['25/12/2026', 'mdy'],
		['25/12/2026', 'ymd']
	] as const)('%s is none when the file writes %s', (text, order) => {
		expect(day(text, order)).toContain(`no date with --date-format ${order}`);
	});

	test.each([
		...['tomorrow', '2026', 'March', '2026-02-29', '30/2/2026', '31/4/2026', '2026-13-01', '0/1/2026'],
		...[
			'1/2',
			'1/2/3/4',
			'1/2-2026',
			'4 Foo 2026',
			'2026-3',
			'01/01/0000',
			'1.1.202',
			'x2026-03-04',
			'٣/٣/٢٠٢٦'
		]
	])('%s is none', (text) => {
		expect(day(text)).toMatch(/is no date\b/);
	});

	test.each(['46085', '46085.5'])('%s is a spreadsheet’s own number of a day', (text) => {
		expect(day(text)).toContain('Format the column as a date');
	});
});
