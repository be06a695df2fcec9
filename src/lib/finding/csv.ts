/** What spreadsheets run as a formula, in the full-width forms as well. */
const STARTS_FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** The mark by which spreadsheets know that what follows is UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/** One line of a CSV file by RFC 4180. Text that a spreadsheet would run as a formula is made plain with a quote. */
export function csvLine(cells: readonly (string | number | null)[]): string {
	return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(value: string | number | null): string {
	if (value === null) return '';
	if (typeof value === 'number') return String(value);
	const text = STARTS_FORMULA.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
