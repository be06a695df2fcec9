import { foldTitle } from './fold.ts';

/** What a column of a spreadsheet can be. */
export interface FieldFacts {
	/** As reports and the documentation call it, and as a column may be called. */
	title: string;
	/** What else spreadsheets call it. */
	also: readonly string[];
	/** Whether no row does without it. */
	required?: true;
}

export type Fields<Field extends string> = Record<Field, FieldFacts>;

/** The fields of a kind by what columns may be called. */
export function fieldFinder<Field extends string>(fields: Fields<Field>): (title: string) => Field | null {
	const entries = Object.entries(fields) as [Field, FieldFacts][];
	const byTitle = new Map(
		entries.flatMap(([field, { title, also }]) =>
			[field, title, ...also].map((name) => [foldTitle(name), field] as const)
		)
	);
	return (title) => byTitle.get(foldTitle(title)) ?? null;
}
