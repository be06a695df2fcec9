import { foldName } from './fold.ts';
import { numberTwiceWords } from './messages.ts';

/** What a row says, by field: trimmed, and only what is not empty. */
export interface RowValues<Field extends string> {
	line: number;
	values: Partial<Record<Field, string>>;
}

/** A row and what it is known by when its file comes again. */
export interface SheetRow<Field extends string> extends RowValues<Field> {
	key: string;
}

/**
 * Gives each row its key: the old number where it has one, and otherwise all that it says; equal rows without a number are
 * told apart by counting them. An old number that comes twice in a file is a problem.
 */
export function keyRows<Field extends string>(
	rows: readonly RowValues<Field>[],
	numberField: Field | null
): { rows: SheetRow<Field>[]; twice: { line: number; message: string }[] } {
	const lines = new Map<string, number[]>();
	const twice: { line: number; message: string }[] = [];
	const keyed = rows.map((row) => {
		const number = numberField ? row.values[numberField] : undefined;
		const key = number === undefined ? `row ${contentOf(row)}` : `number ${foldName(number)}`;
		const before = lines.get(key) ?? [];
		lines.set(key, [...before, row.line]);
		const [first] = before;
		if (number === undefined) return { ...row, key: `${key} ${before.length}` };
		if (first !== undefined) twice.push({ line: row.line, message: numberTwiceWords(number, first) });
		return { ...row, key };
	});
	return { rows: keyed, twice };
}

/** Whatever the order of the columns and their titles are. */
function contentOf<Field extends string>({ values }: RowValues<Field>): string {
	const said = Object.entries<string | undefined>(values).sort(([a], [b]) => (a < b ? -1 : 1));
	return JSON.stringify(said);
}
