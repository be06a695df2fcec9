import { mapColumns, type Column, type Mapping } from './columns.ts';
import { decodeText } from './encoding.ts';
import type { Fields } from './field.ts';
import type { FieldIssue, Issue } from './issue.ts';
import { keyRows, type RowValues, type SheetRow } from './row-keys.ts';
import { readTable, type TableRow } from './table.ts';

/** A file as far as its cells could be read. */
export interface Sheet<Field extends string> {
	fields: Fields<Field>;
	columns: Column<Field>[];
	rows: SheetRow<Field>[];
	issues: Issue[];
}

/** What a file is read by: the fields that it can have, and which of them is the number that a row had before. */
export interface SheetKind<Field extends string> {
	fields: Fields<Field>;
	numberField: Field | null;
}

/**
 * Reads a file up to its cells: encoding, quotes, columns. What the cells mean is for `readJobRow` and `readContactRow`. A
 * file whose columns are in doubt has no rows.
 */
export function readSheet<Field extends string>(
	bytes: Uint8Array,
	{ fields, numberField }: SheetKind<Field>,
	mappings: readonly Mapping[]
): Sheet<Field> {
	const nothing: Sheet<Field> = { fields, columns: [], rows: [], issues: [] };
	const decoded = decodeText(bytes);
	if (!decoded.ok) return { ...nothing, issues: [decoded.issue] };
	const read = readTable(decoded.text);
	if (!read.ok) return { ...nothing, issues: read.issues };
	const { columns, issues } = mapColumns(read.table.header, fields, mappings);
	if (issues.length > 0) return { ...nothing, columns, issues };
	const values = read.table.rows.map((row) => valuesOf(row, columns));
	const { rows, twice } = keyRows(values, numberField);
	const sheet = { ...nothing, columns, rows };
	return {
		...sheet,
		issues: numberField
			? placeIssues(
					sheet,
					twice.map((issue) => ({ ...issue, field: numberField }))
				)
			: []
	};
}

/** Something about a row while only the field is known. */
export interface LineIssue<Field extends string> extends FieldIssue<Field> {
	line: number;
}

/** Names the columns as the file does; a field that has none is named by its title. */
export function placeIssues<Field extends string>(
	{ columns, fields }: Pick<Sheet<Field>, 'columns' | 'fields'>,
	found: readonly LineIssue<Field>[]
): Issue[] {
	const titleOf = (field: Field) =>
		columns.find((column) => column.field === field)?.title ?? fields[field].title;
	return found.map(({ line, field, message }) => ({ line, column: titleOf(field), message }));
}

function valuesOf<Field extends string>(
	{ line, cells }: TableRow,
	columns: readonly Column<Field>[]
): RowValues<Field> {
	const values: Partial<Record<Field, string>> = {};
	for (const [index, { field }] of columns.entries()) {
		const text = cells[index]?.trim();
		if (field !== null && text) values[field] = text;
	}
	return { line, values };
}
