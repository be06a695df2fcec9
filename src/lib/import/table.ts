import { CsvError, parse } from 'csv-parse/sync';
import { detectDelimiter, type Delimiter } from './delimiter.ts';
import type { Issue } from './issue.ts';
import {
	cellCountWords,
	MOST_ROWS,
	NO_ROWS,
	QUOTE_INSIDE,
	QUOTE_OPEN,
	tooManyRowsWords
} from './messages.ts';

/** One row and the line that it begins on; quoted cells may go over several. */
export interface TableRow {
	line: number;
	cells: string[];
}

export interface Table {
	/** The titles of the columns. */
	header: string[];
	/** The rows that hold anything, each with as many cells as the header. */
	rows: TableRow[];
}

export type ReadTable = { ok: true; table: Table } | { ok: false; issues: Issue[] };

/**
 * Reads CSV as RFC 4180 has it, with comma, semicolon or tab. Expects "\n" as the line end. Refuses a quote that is never
 * closed and one in the middle of a cell by its line, and otherwise names every line that has not as many cells as the header.
 */
export function readTable(text: string): ReadTable {
	const split = splitCells(text, detectDelimiter(text));
	if (!split.ok) return split;
	const [header, ...rows] = split.rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
	if (!header || rows.length === 0) return refuse([{ line: null, column: null, message: NO_ROWS }]);
	if (rows.length > MOST_ROWS)
		return refuse([{ line: null, column: null, message: tooManyRowsWords(rows.length) }]);
	const width = header.cells.length;
	const uneven = rows.filter(({ cells }) => cells.length !== width);
	if (uneven.length > 0) {
		const message = (row: TableRow) => cellCountWords(row.cells.length, width);
		return refuse(uneven.map((row) => ({ line: row.line, column: null, message: message(row) })));
	}
	return { ok: true, table: { header: header.cells.map((title) => title.trim()), rows } };
}

type Split = { ok: true; rows: TableRow[] } | { ok: false; issues: Issue[] };

function splitCells(text: string, delimiter: Delimiter): Split {
	const rows: TableRow[] = [];
	try {
		parse(text, {
			delimiter,
			record_delimiter: '\n',
			relax_column_count: true,
			on_record: (cells: string[], { lines }) => {
				rows.push({ line: lines - lineEndsIn(cells), cells });
				return null;
			}
		});
		return { ok: true, rows };
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		return refuse([issueOf(error, text)]);
	}
}

/** The parser tells the line on which a row ends. */
function lineEndsIn(cells: string[]): number {
	return cells.reduce((count, cell) => count + cell.split('\n').length - 1, 0);
}

function issueOf(error: CsvError, text: string): Issue {
	const { bytes, lines } = error as CsvError & { bytes: number; lines: number };
	if (error.code !== 'CSV_QUOTE_NOT_CLOSED') return { line: lines, column: null, message: QUOTE_INSIDE };
	const before = new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, bytes));
	return { line: before.split('\n').length, column: null, message: QUOTE_OPEN };
}

function refuse(issues: Issue[]): { ok: false; issues: Issue[] } {
	return { ok: false, issues };
}
