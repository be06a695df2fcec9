import { refused, took, type Read } from './issue.ts';
import { noAmountWords } from './messages.ts';

/** What separates the cents. */
export const DECIMALS = ['.', ','] as const;
export type Decimal = (typeof DECIMALS)[number];

const CURRENCY = /^(?:\p{Sc}|[A-Z]{1,3}\p{Sc}?|kr\.?)\s*|\s*(?:\p{Sc}|[A-Z]{3}|kr\.?|[.,][-–—]{1,2})$/gu;

/**
 * An amount in whole cents: "$1,234.50" with the point, "1.234,50 €" with the comma. Thousands may be set apart by the other
 * sign, spaces or apostrophes, but only in threes: "1,50" is refused with the point, not read as 150.
 */
export function readCents(text: string, decimal: Decimal): Read<number> {
	const bare = text.trim().replace(CURRENCY, '').replace(CURRENCY, '').replace(/[\s’]/gu, "'");
	const group = decimal === '.' ? ',' : '.';
	const figures = new RegExp(
		`^(-?)(\\d+|\\d{1,3}(?:\\${group}\\d{3})+|\\d{1,3}(?:'\\d{3})+)(?:\\${decimal}(\\d{1,2}))?$`
	);
	const [, sign, whole, cents] = figures.exec(bare) ?? [];
	if (whole === undefined) return refused(noAmountWords(text, decimal));
	const amount = Number(whole.replace(/\D/g, '')) * 100 + Number((cents ?? '').padEnd(2, '0'));
	return took(sign ? -amount : amount);
}
