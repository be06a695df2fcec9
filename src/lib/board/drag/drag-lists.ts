import type { SHADOW_ITEM_MARKER_PROPERTY_NAME } from 'svelte-dnd-action';
import { STATUSES, type Status } from '#lib/jobs/status.ts';
import type { Card } from '#lib/board/card.ts';
import type { Neighbours } from '#lib/board/placement.ts';

/**
 * What a drop zone holds of a card: its number and nothing else, so that a card's content always comes from the
 * model. The library adds a stand-in for the card in the hand, whose id is a text of its own for a moment.
 */
export interface ZoneItem {
	id: number | string;
	[SHADOW_ITEM_MARKER_PROPERTY_NAME]?: boolean;
}

/** The cards of every column from the top down, as the zones show them. */
export type ZoneLists = Readonly<Record<Status, readonly ZoneItem[]>>;

/** Makes one value for every status. */
export function byStatus<Value>(valueOf: (status: Status) => Value): Record<Status, Value> {
	return Object.fromEntries(STATUSES.map((status) => [status, valueOf(status)])) as Record<Status, Value>;
}

/**
 * The zones' lists of the cards that a filter lets through. A list that is the same as before stays the same
 * array, so that a change of one column reaches no other column's zone.
 */
export function zoneListsOf(
	columns: Readonly<Record<Status, readonly Card[]>>,
	shows: (card: Card) => boolean,
	before: ZoneLists | null
): ZoneLists {
	return byStatus((status) => {
		const items = columns[status].filter(shows).map((card) => ({ id: card.number }));
		return before && isSameList(before[status], items) ? before[status] : items;
	});
}

/** W12: the lists with one card taken to a place in a column, while the person still says why. */
export function withCardAt(lists: ZoneLists, number: number, to: Status, neighbours: Neighbours): ZoneLists {
	const without = byStatus((status) => lists[status].filter((item) => item.id !== number));
	const column = without[to];
	const above = column.findIndex((item) => item.id === neighbours.after);
	const below = column.findIndex((item) => item.id === neighbours.before);
	const at = above >= 0 ? above + 1 : Math.max(below, 0);
	return { ...without, [to]: [...column.slice(0, at), { id: number }, ...column.slice(at)] };
}

/**
 * W12, L2: the cards above and below a dropped card. Only cards that are still in the column count: what left it
 * while the card was in the hand is no place to hold on to.
 */
export function neighboursOf(
	items: readonly ZoneItem[],
	number: number,
	isStillThere: (number: number) => boolean
): Neighbours {
	const order = items
		.map((item) => item.id)
		.filter((id) => typeof id === 'number')
		.filter((id) => id === number || isStillThere(id));
	const at = order.indexOf(number);
	return at < 0 ? {} : { after: order[at - 1], before: order[at + 1] };
}

/** A list with one of its cards at the top. */
export function withCardOnTop(items: readonly ZoneItem[], number: number): readonly ZoneItem[] {
	const card = items.filter((item) => item.id === number);
	return [...card, ...items.filter((item) => item.id !== number)];
}

/** Whether two lists show the same cards in the same order. */
export function isSameList(a: readonly ZoneItem[], b: readonly ZoneItem[]): boolean {
	return a.length === b.length && a.every((item, index) => item.id === b[index]?.id);
}
