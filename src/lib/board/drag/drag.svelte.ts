import { SOURCES, TRIGGERS, type DndEvent } from 'svelte-dnd-action';
import type { Status } from '#lib/jobs/status.ts';
import type { Card } from '#lib/board/card.ts';
import { isSameList, neighboursOf, withCardOnTop, type ZoneItem, type ZoneLists } from './drag-lists.ts';
import type { ProposedMove } from '#lib/board/move-proposal.ts';

/** A card in somebody's hand, and the board as it was when it was picked up. */
export interface Hand {
	number: number;
	from: Status;
	/** The column that it is over. */
	over: Status;
	source: SOURCES;
	lists: ZoneLists;
	cards: ReadonlyMap<number, Card>;
}

/** Where a card was let go: over a column, or over a phone's tab of one. */
export interface DropPlace {
	column: Status | null;
	tab: Status | null;
}

/** What a drag reads of the board, and whom it tells. */
export interface Table {
	lists: () => ZoneLists;
	cards: () => ReadonlyMap<number, Card>;
	/** W4: why a card may not go from one column to another; `null` when it may. */
	refusalOf: (from: Status, to: Status) => string | null;
	propose: (move: ProposedMove) => void;
	/** The card was let go over a column that does not take it. */
	refuse: (number: number, reason: string) => void;
	/** The library takes the focus away from a card that was put down with the keyboard. */
	focus: (number: number) => void;
}

/**
 * One drag at a time, from the events of svelte-dnd-action. While a card is in the hand the lists of the zones
 * stay as they were, whatever comes in from others; afterwards they follow the model again. One drag makes at
 * most one move: on the drop by pointer, on the end of the drag by keyboard, where every key press is a drop.
 */
export class BoardDrag {
	hand = $state.raw<Hand | null>(null);
	#lists = $state.raw<ZoneLists | null>(null);
	#table: Table;
	#isCancelled = false;

	constructor(table: Table) {
		this.#table = table;
	}

	/** What the zone of a column shows. */
	listOf(status: Status): readonly ZoneItem[] {
		return (this.#lists ?? this.#table.lists())[status];
	}

	/** The card of a zone's item as the model has it; the card in the hand stays in sight when it has left the board. */
	cardOf(id: ZoneItem['id']): Card | undefined {
		const number = typeof id === 'number' ? id : this.hand?.number;
		if (number === undefined) return undefined;
		return this.#table.cards().get(number) ?? this.hand?.cards.get(number);
	}

	/** W4: why the card in the hand may not go to a column; `null` when it may, or when the hand is empty. */
	refusalOf(status: Status): string | null {
		if (!this.hand || this.hand.from === status) return null;
		return this.#table.refusalOf(this.hand.from, status);
	}

	/** The library's `consider` event of a column's zone. */
	consider(status: Status, { items, info }: DndEvent<ZoneItem>): void {
		if (info.trigger === TRIGGERS.DRAG_STARTED) this.#pickUp(status, Number(info.id), info.source);
		if (!this.hand) return;
		this.#show(status, items);
		if (info.trigger === TRIGGERS.DRAG_STOPPED) this.#drop(status, items);
	}

	/** The library's `finalize` event of a column's zone; `place` is where the pointer is. */
	finalize(status: Status, { items, info }: DndEvent<ZoneItem>, { column, tab }: DropPlace): void {
		if (!this.hand) return;
		if (info.source === SOURCES.KEYBOARD) this.#showKeyPress(status, items, info.trigger);
		// The library looks for the zone now and then: with a quick finger it has not seen that the card has left.
		else if (tab) this.#dropOnTab(tab);
		else if (info.trigger === TRIGGERS.DROPPED_INTO_ZONE) this.#drop(status, items);
		else if (info.trigger === TRIGGERS.DROPPED_OUTSIDE_OF_ANY) this.#dropOutside(column);
	}

	/** Ends the drag with the card back where it was. */
	cancel(): void {
		if (!this.hand || this.#isCancelled) return;
		this.#isCancelled = true;
		// Either event makes the library end its drag. A released mouse reaches the same handler as its own
		// `draggedLeftDocument`, and also in the first frames of a drag, when nothing listens to that one yet.
		const isKeyboard = this.hand.source === SOURCES.KEYBOARD;
		window.dispatchEvent(
			isKeyboard ? new KeyboardEvent('keydown', { key: 'Escape' }) : new MouseEvent('mouseup')
		);
	}

	#pickUp(status: Status, number: number, source: SOURCES): void {
		this.#isCancelled = false;
		const lists = this.#table.lists();
		this.#lists = lists;
		this.hand = { number, from: status, over: status, source, lists, cards: this.#table.cards() };
	}

	#show(status: Status, items: readonly ZoneItem[]): void {
		if (this.#lists) this.#lists = { ...this.#lists, [status]: [...items] };
	}

	/** W12: the library puts a card that comes from the right at the end of a column; nobody chose that place. */
	#showKeyPress(status: Status, items: readonly ZoneItem[], trigger: TRIGGERS): void {
		if (!this.hand) return;
		const isNewColumn = trigger === TRIGGERS.DROPPED_INTO_ZONE && this.hand.over !== status;
		if (isNewColumn) this.hand = { ...this.hand, over: status };
		this.#show(status, isNewColumn ? withCardOnTop(items, this.hand.number) : items);
	}

	#drop(status: Status, items: readonly ZoneItem[]): void {
		const hand = this.#letGo();
		if (!hand || (status === hand.from && isSameList(hand.lists[status], items))) return;
		const { number, from } = hand;
		const cards = this.#table.cards();
		const isInColumn = (neighbour: number) => cards.get(neighbour)?.status === status;
		this.#table.propose({ number, from, to: status, ...neighboursOf(items, number, isInColumn) });
	}

	/** W12: on top of the tab's column, for no place was chosen. */
	#dropOnTab(to: Status): void {
		if (this.refusalOf(to)) return this.#dropOutside(to);
		const hand = this.#letGo();
		if (hand && hand.from !== to) this.#table.propose({ number: hand.number, from: hand.from, to });
	}

	#dropOutside(over: Status | null): void {
		const reason = over && this.refusalOf(over);
		const hand = this.#letGo();
		if (hand && reason) this.#table.refuse(hand.number, reason);
	}

	/** Empties the hand; returns what was in it unless the drag was cancelled. */
	#letGo(): Hand | null {
		const { hand } = this;
		this.hand = null;
		this.#lists = null;
		if (hand?.source === SOURCES.KEYBOARD) this.#table.focus(hand.number);
		return this.#isCancelled ? null : hand;
	}
}
