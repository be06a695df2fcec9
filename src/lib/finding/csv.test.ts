import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine } from './csv.ts';

/** Reads one line back, by RFC 4180. */
function cellsOf(line: string): string[] {
	const cells = [...`,${line.slice(0, -2)}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^",]*))/g)];
	return cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

describe('[L1] a line of an export', () => {
	it('quotes what needs quotes, and nothing else', () => {
		expect(csvLine(['plain', 'a,b', 'say "so"', 'two\nlines', null, 7])).toBe(
			'plain,"a,b","say ""so""","two\nlines",,7\r\n'
		);
	});

	it.each(['=1+1', '+44 20', '-5', '@SUM(A1)', '\t=1', '\r=1', '＝1+1'])(
		'makes plain what a spreadsheet would run: %j',
		(text) => {
			expect(cellsOf(csvLine([text]))).toEqual([`'${text}`]);
		}
	);

	it('leaves numbers of ours as they are', () => {
		expect(csvLine([-5, 0])).toBe('-5,0\r\n');
	});

	it('can be read back, whatever was typed, and begins no cell like a formula', () => {
		const typed = fc.string({ unit: fc.constantFrom(...'a =+-@",\t\r\n\'é') });
		fc.assert(
			fc.property(fc.array(typed, { minLength: 2, maxLength: 5 }), (texts) => {
				const cells = cellsOf(csvLine(texts));
				expect(cells.map((cell, index) => (cell === texts[index] ? cell : cell.slice(1)))).toEqual(texts);
				for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
			})
		);
	});
});
