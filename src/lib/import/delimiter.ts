const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Whichever of comma, semicolon and tab the first line has most of, quoted cells left out; the comma when it has none. */
export function detectDelimiter(text: string): Delimiter {
	const header = withoutQuoted(text.trimStart()).split('\n', 1)[0] ?? '';
	const count = (delimiter: Delimiter) => header.split(delimiter).length;
	return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

/** Enough of a text for its first line; a header of more is none. */
const HEADER_LENGTH = 20_000;

function withoutQuoted(text: string): string {
	return text.slice(0, HEADER_LENGTH).replace(/"[^"]*("|$)/g, '');
}
