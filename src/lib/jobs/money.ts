const AMOUNT = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** An amount in the shop's currency: 123456 cents are "1,234.56". */
export function formatCents(cents: number): string {
	return AMOUNT.format(cents / 100);
}

/**
 * Reads an amount that somebody typed, in cents: "1,250", "1 250.5", "$1,250.00". `null` for an empty field,
 * `undefined` for what is no amount. A comma groups thousands, and stands for a point where only two figures follow it.
 */
export function parseCents(text: string): number | null | undefined {
	const plain = text.replace(/[\s$€£]/g, '');
	if (plain === '') return null;
	const pointed = /^\d+,\d{1,2}$/.test(plain)
		? plain.replace(',', '.')
		: plain.replace(/,(?=\d{3}(\D|$))/g, '');
	if (!/^\d{1,10}(\.\d{1,2})?$/.test(pointed)) return undefined;
	const [whole = '0', part = ''] = pointed.split('.');
	return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}
