import * as v from 'valibot';
import type { FieldIssue, Read } from './issue.ts';
import { MISSING } from './messages.ts';
import type { SheetRow } from './row-keys.ts';

/** Reads the cells of one row, and keeps what is wrong with them: of each field the first. */
export class RowReader<Field extends string> {
	readonly issues: FieldIssue<Field>[] = [];
	#values: SheetRow<Field>['values'];

	constructor(row: SheetRow<Field>) {
		this.#values = row.values;
	}

	/** What a cell says, trimmed; '' for an empty one and for a column that the file does not have. */
	text(field: Field): string {
		return this.#values[field] ?? '';
	}

	/** What a cell means; `null` for an empty one, and for one that is wrong. */
	read<Value>(field: Field, meaning: (text: string) => Read<Value>): Value | null {
		const text = this.text(field);
		if (text === '') return null;
		const read = meaning(text);
		if (read.ok) return read.value;
		this.wrong(field, read.message);
		return null;
	}

	require(...fields: Field[]): void {
		for (const field of fields) if (this.text(field) === '') this.wrong(field, MISSING);
	}

	wrong(field: Field, message: string): void {
		if (!this.issues.some((issue) => issue.field === field)) this.issues.push({ field, message });
	}

	/** Checks by the schema that also checks what people type; `fieldOf` tells whose cell a part of the input is. */
	check<Schema extends v.GenericSchema>(
		schema: Schema,
		input: unknown,
		fieldOf: (part: string) => Field
	): v.InferOutput<Schema> | null {
		const parsed = v.safeParse(schema, input);
		if (parsed.success) return parsed.output;
		for (const issue of parsed.issues) {
			const part = v.getDotPath(issue)?.split('.').at(-1) ?? '';
			this.wrong(fieldOf(part), issue.message);
		}
		return null;
	}
}
