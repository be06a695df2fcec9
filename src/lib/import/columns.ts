import { fieldFinder, type Fields } from './field.ts';
import { foldTitle } from './fold.ts';
import type { Issue } from './issue.ts';
import {
	columnTwiceWords,
	fieldTwiceWords,
	mappedTwiceWords,
	missingColumnWords,
	noColumnWords,
	noFieldWords,
	untitledColumn
} from './messages.ts';

/** `--map "Due date=promised date"`: what a column is, said by hand. */
export interface Mapping {
	column: string;
	field: string;
}

/** The field of a mapping that takes a column out. */
export const IGNORE = 'ignore';

/** What a column of the file is; `null` for one that is not imported. */
export interface Column<Field extends string> {
	title: string;
	field: Field | null;
	/** Whether it was said by hand; otherwise its title told. */
	isMapped: boolean;
}

export interface Columns<Field extends string> {
	columns: Column<Field>[];
	issues: Issue[];
}

/**
 * Finds out what each column is: first what was said by hand, then what the titles tell, in any case and spelling of the
 * field's name and its common synonyms. Names every doubt: a field with two columns, a required one with none, a mapping
 * of what does not exist.
 */
export function mapColumns<Field extends string>(
	header: readonly string[],
	fields: Fields<Field>,
	mappings: readonly Mapping[]
): Columns<Field> {
	const find = fieldFinder(fields);
	const said = readMappings(header, mappings, find);
	const taken = new Set(said.mapped.values());
	const columns = header.map((title, index): Column<Field> => {
		const byHand = said.mapped.get(foldTitle(title));
		if (byHand !== undefined) return { title, field: byHand === IGNORE ? null : byHand, isMapped: true };
		const found = find(title);
		const field = found !== null && taken.has(found) ? null : found;
		return { title: title || untitledColumn(index + 1), field, isMapped: false };
	});
	const issues = [...said.messages, ...doubts(columns, fields)];
	return { columns, issues: issues.map((message) => ({ line: null, column: null, message })) };
}

interface Said<Field extends string> {
	/** By the folded title of the column. */
	mapped: Map<string, Field | typeof IGNORE>;
	messages: string[];
}

function readMappings<Field extends string>(
	header: readonly string[],
	mappings: readonly Mapping[],
	find: (title: string) => Field | null
): Said<Field> {
	const said: Said<Field> = { mapped: new Map(), messages: [] };
	for (const { column, field: name } of mappings) {
		const key = foldTitle(column);
		const field = foldTitle(name) === IGNORE ? IGNORE : find(name);
		const count = header.filter((title) => foldTitle(title) === key).length;
		if (count === 0) said.messages.push(noColumnWords(column, header));
		else if (count > 1) said.messages.push(columnTwiceWords(column));
		else if (field === null) said.messages.push(noFieldWords(name));
		else if (said.mapped.has(key)) said.messages.push(mappedTwiceWords(column));
		else said.mapped.set(key, field);
	}
	return said;
}

function doubts<Field extends string>(columns: readonly Column<Field>[], fields: Fields<Field>): string[] {
	const names = Object.keys(fields) as Field[];
	return names.flatMap((field) => {
		const found = columns.filter((column) => column.field === field).map(({ title }) => title);
		const { title, required } = fields[field];
		if (found.length > 1) return [fieldTwiceWords(title, found)];
		return required && found.length === 0 ? [missingColumnWords(title)] : [];
	});
}
