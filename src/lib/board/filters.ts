import { agingOf, type AgingSettings } from '#lib/jobs/aging.ts';
import { ORDER_TYPES, type OrderType } from '#lib/jobs/job.ts';
import { formatJobNumber } from '#lib/jobs/job-number.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { Card } from './card.ts';

/** L2: what the board shows. Filters hide cards and never change their order. */
export interface Filters {
	/** J1 */
	type: OrderType | null;
	rush: boolean;
	overdue: boolean;
}

export const NO_FILTERS: Filters = { type: null, rush: false, overdue: false };

/** L1: reads the filters from an address; what means nothing there filters nothing. */
export function filtersIn(search: URLSearchParams): Filters {
	const type = ORDER_TYPES.find((known) => known === search.get('type')) ?? null;
	return { type, rush: search.has('rush'), overdue: search.has('overdue') };
}

/** L1: the query of the board's address with these filters, `?` included; empty without any. */
export function searchOf({ type, rush, overdue }: Filters): string {
	const parts = [type ? `type=${type}` : '', rush ? 'rush' : '', overdue ? 'overdue' : ''].filter(Boolean);
	return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/** L2: whether the board shows a card. `text` is searched in number, customer and title. */
export function passes(
	card: Card,
	filters: Filters,
	text: string,
	clock: { now: Instant; aging: AgingSettings }
): boolean {
	if (filters.type && card.type !== filters.type) return false;
	if (filters.rush && !card.rush) return false;
	if (filters.overdue && agingOf(card, clock.now, clock.aging).due.state !== 'overdue') return false;
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
