import type { Card } from '#lib/board/card.ts';
import type { Aging } from '#lib/jobs/aging.ts';
import type { Status } from '#lib/jobs/status.ts';
import type { Highlight } from './highlights.ts';

/** A card as the wall draws it. */
export interface WallRow {
	card: Card;
	aging: Aging;
	highlight: Highlight | null;
}

/** Keeps a row that shows the same as before the same object: a change then redraws the cards that it is about. */
export class WallRows {
	#columns = new Map<Status, ReadonlyMap<number, WallRow>>();

	/** A column's rows, in the order given; what is not among them is forgotten. */
	keep(status: Status, rows: readonly WallRow[]): readonly WallRow[] {
		const known = this.#columns.get(status);
		const kept = rows.map((row) => same(known?.get(row.card.number), row));
		this.#columns.set(status, new Map(kept.map((row) => [row.card.number, row])));
		return kept;
	}
}

function same(known: WallRow | undefined, row: WallRow): WallRow {
	const isSame = known?.card === row.card && known.aging === row.aging && known.highlight === row.highlight;
	return isSame ? known : row;
}
