import {
	DRAGGED_ELEMENT_ID,
	setAriaStrings,
	setKeyboardDragTrigger,
	alertToScreenReader
} from 'svelte-dnd-action';
import { STATUSES, type Status } from '#lib/jobs/status.ts';
import { DRAG_WORDS } from '#lib/board/board-messages.ts';
import type { BoardDrag, DropPlace } from './drag.svelte.ts';

/** Sets what the drag library keeps once for the whole document. */
export function prepareDragLibrary(): void {
	setKeyboardDragTrigger('space');
	setAriaStrings(DRAG_WORDS);
	// Its instructions, which the zones refer to, are only there after the first announcement or an early start.
	alertToScreenReader('');
}

/** Watches the window during drags: what ends them besides a drop, and where the pointer is. */
export class DragGuard {
	/** A phone's tab of a column that the card in the hand is held over. */
	tab = $state.raw<Status | null>(null);
	#drag: BoardDrag;
	#point = { x: -1, y: -1 };

	constructor(drag: BoardDrag) {
		this.#drag = drag;
	}

	/** Listens until the returned function is called. */
	watch(): () => void {
		const stop = new AbortController();
		const options = { signal: stop.signal, capture: true } as const;
		const cancel = () => this.#drag.cancel();
		const hidden = () => document.hidden && cancel();
		window.addEventListener('blur', (event) => event.target === window && cancel(), options);
		window.addEventListener('touchcancel', cancel, options);
		document.addEventListener('visibilitychange', hidden, options);
		window.addEventListener('keydown', (event) => this.#onKey(event), options);
		window.addEventListener('pointerdown', () => this.#onPress(), options);
		// A long press opens the menu of a link, which would take the touch away.
		window.addEventListener('contextmenu', (event) => this.#drag.hand && event.preventDefault(), options);
		window.addEventListener('mousemove', (event) => this.#onPoint(event), options);
		window.addEventListener('touchmove', (event) => this.#onTouch(event), { ...options, passive: true });
		return () => {
			cancel();
			stop.abort();
		};
	}

	/** Where the pointer was last: over a column, or over a phone's tab of one. */
	place(): DropPlace {
		return { column: this.#under('column'), tab: this.#under('tab') };
	}

	#under(kind: 'column' | 'tab'): Status | null {
		const { x, y } = this.#point;
		const found = document
			.elementsFromPoint(x, y)
			.map((element) => element.closest<HTMLElement>(`[data-${kind}]`))
			.find((element) => element !== null);
		return STATUSES.find((status) => status === found?.dataset[kind]) ?? null;
	}

	#onKey(event: KeyboardEvent): void {
		const { hand } = this.#drag;
		if (!hand) return;
		if (event.key === 'Escape') return this.#cancelBy(event);
		const step = hand.source === 'keyboard' ? stepOf(event) : 0;
		if (step === 0) return;
		event.preventDefault();
		event.stopImmediatePropagation();
		this.#carry(hand.over, step);
	}

	/** Takes the card in the hand to the next column that takes it: the library moves it when the zone has focus. */
	#carry(over: Status, step: number): void {
		for (let at = STATUSES.indexOf(over) + step; STATUSES[at] !== undefined; at += step) {
			const status = STATUSES[at];
			if (status && this.#drag.refusalOf(status) === null) return zoneOf(status)?.focus();
		}
	}

	#cancelBy(event: KeyboardEvent): void {
		if (event.isTrusted) event.stopImmediatePropagation();
		this.#drag.cancel();
	}

	#onPress(): void {
		if (this.#drag.hand?.source === 'keyboard') this.#drag.cancel();
	}

	#onTouch(event: TouchEvent): void {
		const touch = event.touches[0];
		if (touch) this.#onPoint(touch);
	}

	#onPoint({ clientX: x, clientY: y }: { clientX: number; clientY: number }): void {
		this.#point = { x, y };
		this.tab = this.#drag.hand ? this.#under('tab') : null;
	}
}

/** Left and right, and Tab, which would otherwise leave the card for the buttons of the next one. */
function stepOf(event: KeyboardEvent): number {
	if (event.key === 'ArrowRight') return 1;
	if (event.key === 'ArrowLeft') return -1;
	if (event.key !== 'Tab') return 0;
	return event.shiftKey ? -1 : 1;
}

function zoneOf(status: Status): HTMLElement | null {
	return document.querySelector(`[data-column="${status}"] [data-zone]`);
}

/**
 * The card under the pointer is a copy that the library made when it was picked up. Copies the card's place in
 * the column into it again, so that what others change shows there too.
 */
export function refreshCardInHand(): void {
	const copy = document.getElementById(DRAGGED_ELEMENT_ID);
	const place = document.querySelector('[data-is-dnd-shadow-item-internal]');
	if (copy && place) copy.replaceChildren(...place.cloneNode(true).childNodes);
}
