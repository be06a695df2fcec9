import { rankBetween, type Rank } from '#lib/kernel/rank.ts';

/** A card's place among the open cards of one status. */
export interface Place {
	number: number;
	rank: Rank;
}

/** The neighbours after a drop: `after` is the card above, `before` the card below. */
export interface Neighbours {
	after?: number | undefined;
	before?: number | undefined;
}

/** The ranks on both sides of a place; `null` is the column's open end. */
export interface Gap {
	above: Rank | null;
	below: Rank | null;
}

/**
 * W12, L2: the gap that a card drops into, in a column sorted from the top without the card itself. It hangs on
 * to the card above, or else to the card below; a neighbour that has gone is ignored; without any it is the top.
 * Cards that a filter hides stay where they are: the gap closes at the next card, shown or not.
 */
export function gapAt(column: readonly Place[], { after, before }: Neighbours): Gap {
	const above = column.findIndex((place) => place.number === after);
	if (above >= 0) return gapBelow(column, above);
	const below = column.findIndex((place) => place.number === before);
	return gapBelow(column, below - 1);
}

/** The rank for a drop into a column; see `gapAt`. */
export function placeInto(column: readonly Place[], neighbours: Neighbours): Rank {
	const gap = gapAt(column, neighbours);
	return rankBetween(gap.above, gap.below);
}

function gapBelow(column: readonly Place[], index: number): Gap {
	const above = index < 0 ? null : (column[index]?.rank ?? null);
	return { above, below: column[Math.max(index, -1) + 1]?.rank ?? null };
}
