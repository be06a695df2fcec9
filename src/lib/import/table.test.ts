import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_ROWS } from './messages.ts';
import { readTable } from './table.ts';

const rowsOf = (text: string) => {
	const read = readTable(text);
	if (!read.ok) throw new Error(JSON.stringify(read.issues));
	return [{ line: 0, cells: read.table.header }, ...read.table.rows].map(({ cells }) => cells);
};
const issuesOf = (text: string) => {
	const read = readTable(text);
	return read.ok ? [] : read.issues;
};

describe('a table', () => {
	test.each([
		['commas', 'a,b\n1,2\n'],
		['semicolons', 'a;b\n1;2\n'],
		['tabs', 'a\tb\n1\t2\n'],
		['no end of its last line', 'a,b\n1,2'],
		['blank lines and rows of empty cells', '\n\na,b\n\n , \n1,2\n,\n'],
		['quotes', '"a","b"\n"1","2"']
	])('is read with %s', (_, text) => {
		expect(rowsOf(text)).toEqual([
			['a', 'b'],
			['1', '2']
		]);
	});

	test('of one column has no delimiter', () => {
		expect(rowsOf('Name\nAna\n"Ruiz, Ana"')).toEqual([['Name'], ['Ana'], ['Ruiz, Ana']]);
	});

	test('takes its delimiter from the titles, and not from what stands in quotes', () => {
		expect(rowsOf('"Name, or firm; whoever",b\nx;y,2')).toEqual([
			['Name, or firm; whoever', 'b'],
			['x;y', '2']
		]);
	});

	test('counts lines as an editor does, over cells of several lines', () => {
		const read = readTable('a,b\n"one\ntwo",2\n\n3,"x\n\ny"\n4,5');
		expect(read.ok && read.table.rows).toEqual([
			{ line: 2, cells: ['one\ntwo', '2'] },
			{ line: 5, cells: ['3', 'x\n\ny'] },
			{ line: 8, cells: ['4', '5'] }
		]);
	});

	test('keeps quotation marks that are doubled, and spaces', () => {
		expect(rowsOf('a,b\n"14"" chain", x ')[1]).toEqual(['14" chain', ' x ']);
	});

	test.each([
		['on its first row', 'a,b\n1,"2\n3,4\n', 2],
		['after a cell of several lines', 'a,b\n"1\n2","3\n4,5', 3],
		['after letters of several bytes', 'ä,ö\nüß,x\n1,"2', 3],
		['at the beginning of a line', 'a,b\n1,2\n"3,4\n5,6\n', 3]
	])('[I1] names the line of a quote that is never closed, %s', (_, text, line) => {
		expect(issuesOf(text)).toEqual([
			{ line, column: null, message: expect.stringContaining('never closed') as string }
		]);
	});

	test.each(['a,b\n1,2\n3,14" chain', 'a,b\n1,2\n3,"x"y'])(
		'[I1] names the line of a quote inside a cell: %j',
		(text) => {
			expect(issuesOf(text)).toEqual([
				{ line: 3, column: null, message: expect.stringContaining('middle of a cell') as string }
			]);
		}
	);

	test('[I1] names every row that has too many or too few cells', () => {
		expect(issuesOf('a,b,c\n1,2\n1,2,3\n1,2,3,4\n1\n')).toEqual([
			{ line: 2, column: null, message: 'This row has 2 cells, the titles have 3.' },
			{ line: 4, column: null, message: 'This row has 4 cells, the titles have 3.' },
			{ line: 5, column: null, message: 'This row has 1 cell, the titles have 3.' }
		]);
	});

	test('needs a row, and takes at most 5,000', () => {
		expect(issuesOf('a,b\n')).toMatchObject([{ line: null }]);
		expect(issuesOf(`a\n${'1\n'.repeat(MOST_ROWS)}`)).toEqual([]);
		expect(issuesOf(`a\n${'1\n'.repeat(MOST_ROWS + 1)}`)).toMatchObject([
			{ message: expect.stringContaining('5,001') as string }
		]);
	});

	test('comes back as it was written, whatever its cells hold', () => {
		const cell = fc.stringMatching(/^[a-zé"',;\t \n#@=]{0,8}$/);
		const table = fc
			.integer({ min: 1, max: 5 })
			.chain((width) =>
				fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 })
			);
		fc.assert(
			fc.property(table, fc.constantFrom(',', ';', '\t'), (rows, delimiter) => {
				const titles = rows[0]!.map((_, index) => `t${index}`);
				const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
				const text = [titles, ...rows].map((row) => row.map(quote).join(delimiter)).join('\n');
				const kept = rows.filter((row) => row.some((each) => each.trim() !== ''));
				fc.pre(kept.length > 0);
				expect(rowsOf(text).slice(1)).toEqual(kept);
			})
		);
	});
});
