import type { Aging } from '#lib/jobs/aging.ts';
import type { CardMark } from './card-mark.ts';
import type { Card } from './card.ts';
import type { ZoneItem } from './drag/drag-lists.ts';

/** A card as its column draws it. */
export interface Row {
	/** The zone's id of it. */
	id: ZoneItem['id'];
	card: Card;
	/** The version that the board has of the card; `null` when it has left while it is still in the hand. */
	version: number | null;
	aging: Aging;
	mark: CardMark | null;
}

/**
 * The rows of one column. A row that shows the same as before stays the same object, and so does a list of nothing
 * else: on a board of hundreds of cards a change then redraws the one card that it is about, and asks no other.
 */
export class ColumnRows {
	#rows: readonly Row[] = [];
	#byId = new Map<Row['id'], Row>();

	/** The rows of a zone's items; `rowOf` makes a card's row, `null` for an item that has no card. */
	of(items: readonly ZoneItem[], rowOf: (id: Row['id']) => Row | null): readonly Row[] {
		const rows = items.map(({ id }) => this.#keep(rowOf(id))).filter((row) => row !== null);
		if (rows.length === this.#rows.length && rows.every((row, index) => row === this.#rows[index]))
			return this.#rows;
		this.#byId = new Map(rows.map((row) => [row.id, row]));
		this.#rows = rows;
		return rows;
	}

	#keep(row: Row | null): Row | null {
		const known = row && this.#byId.get(row.id);
		const isSame =
			known?.card === row?.card &&
			known?.version === row?.version &&
			known?.aging === row?.aging &&
			known?.mark === row?.mark;
		return isSame ? (known ?? null) : row;
	}
}
