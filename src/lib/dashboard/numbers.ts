import type { Card } from '#lib/board/card.ts';
import { waitingOn, type Party } from '#lib/board/waiting-on.ts';
import { isDue } from '#lib/finding/due-filter.ts';
import { listSearchOf, type ListQuery } from '#lib/finding/list-query.ts';
import { agingOf, isRed, type AgingSettings } from '#lib/jobs/aging.ts';
import type { Instant } from '#lib/kernel/dates.ts';

/** P4: the numbers on top of the dashboard, in their order. */
export const NUMBERS = ['overdue', 'thisWeek', 'red', 'onHold', 'ready', 'movedToday'] as const;
export type NumberName = (typeof NUMBERS)[number];
/** All but what only the log knows. */
export type BoardNumbers = Record<Exclude<NumberName, 'movedToday'>, number>;

/** P4: the list that each number counts. */
export const LISTS: Record<NumberName, Partial<ListQuery>> = {
	overdue: { due: 'overdue', sort: 'promised' },
	thisWeek: { due: 'this_week', sort: 'promised' },
	red: { red: true, sort: '-days' },
	onHold: { status: 'OH', closed: false, sort: '-days' },
	ready: { status: 'RP', closed: false, sort: '-days' },
	movedToday: { moved: 'today', sort: '-updated' }
};

/** G3: the list of those whose customers are to be called. A job that is ready is red for its days alone. */
export const CHASED: Partial<ListQuery> = { status: 'RP', red: true, closed: false, sort: '-days' };

/** The address of a list. */
export function listHref(query: Partial<ListQuery>): string {
	return `/work-orders/list${listSearchOf(query)}`;
}

/** P4: the numbers of a board, by the same functions that its filters ask. */
export function numbersOf(
	cards: Iterable<Card>,
	clock: { now: Instant; aging: AgingSettings }
): BoardNumbers {
	const numbers: BoardNumbers = { overdue: 0, thisWeek: 0, red: 0, onHold: 0, ready: 0 };
	for (const card of cards) {
		if (isDue(card, 'overdue', clock)) numbers.overdue++;
		if (isDue(card, 'this_week', clock)) numbers.thisWeek++;
		if (isRed(agingOf(card, clock.now, clock.aging))) numbers.red++;
		if (card.status === 'OH') numbers.onHold++;
		if (card.status === 'RP') numbers.ready++;
	}
	return numbers;
}

/** P4: how many jobs wait for whom. */
export function partiesOf(cards: Iterable<Card>): Record<Party, number> {
	const parties: Record<Party, number> = { customer: 0, vendor: 0, us: 0 };
	for (const card of cards) parties[waitingOn(card)]++;
	return parties;
}
