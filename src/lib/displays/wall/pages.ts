/**
 * D2: how long a page stays, in milliseconds. Somebody who looks up in the middle needs about three seconds to see that
 * it has turned, and one second for each of twelve cards.
 */
export const PAGE_MS = 15_000;

export interface Page<Item> {
	items: readonly Item[];
	/** Counted from 1. */
	page: number;
	pages: number;
}

/**
 * D2: what a column shows of its cards at an instant (milliseconds of server time). Columns page each by itself, so that
 * one that fits stands still; but all turn at the same moment, so that the wall moves once and not six times. The last
 * page reaches back and is as full as the others: as few cards as possible are out of sight.
 */
export function pageAt<Item>(items: readonly Item[], room: number, now: number): Page<Item> {
	if (items.length <= room) return { items, page: 1, pages: 1 };
	const pages = Math.ceil(items.length / room);
	const index = Math.floor(now / PAGE_MS) % pages;
	const start = Math.min(index * room, items.length - room);
	return { items: items.slice(start, start + room), page: index + 1, pages };
}

/** D2: what is late goes first when space is short; otherwise, and among equals, the order is the shop's own. */
export function inOrder<Item>(
	items: readonly Item[],
	room: number,
	isLate: (item: Item) => boolean
): readonly Item[] {
	if (items.length <= room) return items;
	return [...items.filter(isLate), ...items.filter((item) => !isLate(item))];
}
