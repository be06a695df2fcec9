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

/** How much of a column what is late may take on every page: the rest of the work has to come by as well. */
const MOST_PINNED = 2 / 3;

/**
 * D2: what a column shows of its cards at an instant (milliseconds of server time). Columns page each by itself, so that
 * one that fits stands still; but all turn at the same moment, so that the wall moves once and not six times. The first
 * `late` cards stand on every page, as far as they take no more than two thirds of it; pages turn the others. The last
 * page reaches back and is as full as the others: as few cards as possible are out of sight.
 */
export function pageAt<Item>(items: readonly Item[], room: number, now: number, late = 0): Page<Item> {
	if (items.length <= room) return { items, page: 1, pages: 1 };
	const pinned = items.slice(0, Math.min(late, Math.floor(room * MOST_PINNED)));
	const turned = items.slice(pinned.length);
	const left = room - pinned.length;
	const pages = Math.ceil(turned.length / left);
	const index = Math.floor(now / PAGE_MS) % pages;
	const start = Math.min(index * left, turned.length - left);
	return { items: [...pinned, ...turned.slice(start, start + left)], page: index + 1, pages };
}

/** D2: what is late goes first, the latest above; among equals, and among all others, the order is the shop's own. */
export function lateFirst<Item>(items: readonly Item[], lateness: (item: Item) => number): readonly Item[] {
	return [...items].sort((one, other) => lateness(other) - lateness(one));
}
