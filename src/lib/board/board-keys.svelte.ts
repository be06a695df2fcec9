import { isFree } from '#lib/keyboard/free-keys.ts';
import type { BoardDrag } from './drag/drag.svelte.ts';
import { shortcutFor, type Direction, type Shortcut } from './shortcuts.ts';

/** The id of the board's search field. */
export const SEARCH_FIELD = 'board-search';

/** What keys do on the board. */
export interface KeyActions {
	create: () => void;
	undo: () => void;
	/** Opens a card's "Move to…" menu at an element of the card; nothing where the menu would be empty. */
	menu: (number: number, anchor: HTMLElement) => void;
	open: (number: number) => void;
}

/** The board's keys: shortcuts, and arrows from card to card. */
export class BoardKeys {
	#actions: KeyActions;
	#drag: BoardDrag;

	constructor(drag: BoardDrag, actions: KeyActions) {
		this.#drag = drag;
		this.#actions = actions;
	}

	/** Listens until the returned function is called. */
	watch(): () => void {
		const onKey = (event: KeyboardEvent) => this.#onKey(event);
		window.addEventListener('keydown', onKey, { capture: true });
		return () => window.removeEventListener('keydown', onKey, { capture: true });
	}

	#onKey(event: KeyboardEvent): void {
		// A job over the board has keys of its own.
		if (this.#drag.hand || !isFree(event) || document.querySelector('[data-panel]')) return;
		const shortcut = shortcutFor(event);
		if (shortcut === null || !this.#act(shortcut)) return;
		event.preventDefault();
		event.stopPropagation();
	}

	/** Returns whether the key was meant for the board. */
	#act(shortcut: Shortcut): boolean {
		const card = focusedCard();
		switch (shortcut) {
			case 'search':
				document.getElementById(SEARCH_FIELD)?.focus();
				return true;
			case 'create':
			case 'undo':
				this.#actions[shortcut]();
				return true;
			case 'menu':
				if (card) this.#actions.menu(numberOf(card), card);
				return card !== null;
			case 'open':
				if (!card || document.activeElement !== card) return false;
				this.#actions.open(numberOf(card));
				return true;
			default:
				return goToCard(card, shortcut);
		}
	}
}

function focusedCard(): HTMLElement | null {
	return document.activeElement?.closest<HTMLElement>('[data-item]') ?? null;
}

function numberOf(card: HTMLElement): number {
	return Number(card.dataset['item']);
}

/** Goes to the next card of the column, or to the same height in the next column that has cards. */
function goToCard(from: HTMLElement | null, direction: Direction): boolean {
	const columns = [...document.querySelectorAll('[data-zone]')]
		.map((zone) => [...zone.querySelectorAll<HTMLElement>('[data-item]')])
		.filter((cards) => cards.length > 0);
	const target = from ? nextCard(columns, from, direction) : columns[0]?.[0];
	target?.focus();
	return target !== undefined;
}

function nextCard(
	columns: HTMLElement[][],
	from: HTMLElement,
	direction: Direction
): HTMLElement | undefined {
	const column = columns.findIndex((cards) => cards.includes(from));
	const row = columns[column]?.indexOf(from) ?? 0;
	if (direction === 'up' || direction === 'down')
		return columns[column]?.[row + (direction === 'up' ? -1 : 1)];
	const beside = columns[column + (direction === 'left' ? -1 : 1)];
	return beside?.[Math.min(row, beside.length - 1)];
}
