/**
 * What somebody has to know about a file: a problem keeps it from being imported, a warning does not. Lines count from 1,
 * as a text editor shows them; `null` stands for the whole file, and for the whole row.
 */
export interface Issue {
	line: number | null;
	column: string | null;
	message: string;
}

/** The same while only the field is known, not the column that it came from. */
export interface FieldIssue<Field extends string> {
	field: Field;
	message: string;
}

/** What came of reading something that people wrote. */
export type Read<Value> = { ok: true; value: Value } | { ok: false; message: string };

export function took<Value>(value: Value): Read<Value> {
	return { ok: true, value };
}

export function refused(message: string): { ok: false; message: string } {
	return { ok: false, message };
}
