import { isDue } from '#lib/finding/due-filter.ts';
import type { Filters } from '#lib/finding/filters.ts';
import { agingOf, isRed, type AgingSettings } from '#lib/jobs/aging.ts';
import { formatJobNumber } from '#lib/jobs/job-number.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { Card } from './card.ts';
import { waitingOn } from './waiting-on.ts';

/**
 * L2: whether the board shows a card; filters hide cards and never change their order. `text` is searched in number,
 * customer and title, and is what is being typed: the address follows.
 */
export function passes(
	card: Card,
	filters: Filters,
	text: string,
	clock: { now: Instant; aging: AgingSettings }
): boolean {
	const { type, salesperson, jeweler, vendor, due, red, waiting, rush, hasVendor } = filters;
	if (type !== null && card.type !== type) return false;
	if (salesperson !== null && card.salesperson.id !== salesperson) return false;
	if (jeweler !== null && card.jeweler?.id !== jeweler) return false;
	if (vendor !== null && card.vendor !== vendor) return false;
	if (rush !== null && card.rush !== rush) return false;
	if (hasVendor !== null && (card.vendor !== null) !== hasVendor) return false;
	if (due !== null && !isDue(card, due, clock)) return false;
	if (red !== null && isRed(agingOf(card, clock.now, clock.aging)) !== red) return false;
	if (waiting !== null && waitingOn(card) !== waiting) return false;
	return isAbout(card, text);
}

function isAbout(card: Card, text: string): boolean {
	if (text.trim() === '') return true;
	const told = fold([formatJobNumber(card.number), card.customer, card.title ?? ''].join(' '));
	return fold(text)
		.split(/\s+/u)
		.every((word) => told.includes(word));
}

/** Letters without case and accents: "Díaz" is found by "diaz". */
function fold(text: string): string {
	return text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en');
}
