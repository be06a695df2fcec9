/** J2: a job's number as people read it, six digits or more: `#000123`. */
export function formatJobNumber(number: number): string {
	return `#${String(number).padStart(6, '0')}`;
}

/** Reads a job number from an address or a scanner, with or without leading zeros or `#`; `null` when it is none. */
export function parseJobNumber(text: string): number | null {
	if (!/^#?\d{1,9}$/.test(text)) return null;
	const number = Number(text.replace('#', ''));
	return number > 0 ? number : null;
}
