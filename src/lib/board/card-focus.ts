/** How long a card may take to show: a new one comes with the log. Milliseconds. */
const PATIENCE_MS = 3000;
/** How long the focus must have stayed: a dialog that closes may still hand it back elsewhere. */
const SETTLED_MS = 250;
const OPEN = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/** The turn of whoever asked last. */
let latest = 0;
/** The card that `showNext` went to last. */
let shown = 0;

/** Gives a card the focus, wherever it is now. */
export function focusCard(number: number): void {
	elementOf(number)?.focus();
}

/**
 * Gives a card the focus if the focus is lost: a card that moves takes it along to nowhere, and so do a notice and a
 * dialog that close. Somebody who has gone elsewhere meanwhile stays there.
 */
export function rescueFocus(number: number): void {
	follow(number, () => document.activeElement === null || document.activeElement === document.body);
}

/** Gives a card the focus as soon as it shows and nothing is open over the board, unless somebody does something first. */
export function claimFocus(number: number): void {
	follow(number, () => true);
}

/** The card after another one in its column, or the one before: where to go on when that one leaves. */
export function besideCard(number: number): number {
	const card = elementOf(number);
	const beside = (card?.nextElementSibling ?? card?.previousElementSibling) as HTMLElement | null | undefined;
	return Number(beside?.dataset['item'] ?? number);
}

/** Goes to the next of some cards, after the one that has the focus, and from the last to the first again. */
export function showNext(numbers: readonly number[]): void {
	const focused = document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset['item'];
	const at = numbers.indexOf(focused === undefined ? shown : Number(focused));
	const next = numbers[(at + 1) % numbers.length];
	const card = next === undefined ? null : elementOf(next);
	if (!card || next === undefined) return;
	shown = next;
	card.focus({ preventScroll: true });
	card.scrollIntoView({ block: 'center', inline: 'nearest' });
	card.animate([{ outline: '3px solid var(--red)' }, { outline: '3px solid var(--red)' }], {
		duration: 1500
	});
}

function follow(number: number, mayTake: () => boolean): void {
	const turn = ++latest;
	const start = performance.now();
	// Whoever presses a key or points somewhere meanwhile has gone on.
	const goOn = () => (latest += turn === latest ? 1 : 0);
	for (const act of ['keydown', 'pointerdown'])
		window.addEventListener(act, goOn, { once: true, capture: true });
	let since: number | null = null;
	const look = (now: number) => {
		if (turn !== latest || now - start > PATIENCE_MS) return;
		const card = elementOf(number);
		if (card === null || document.querySelector(OPEN)) since = null;
		else if (card.contains(document.activeElement)) since ??= now;
		else if (mayTake()) card.focus();
		if (since === null || now - since < SETTLED_MS) requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
}

function elementOf(number: number): HTMLElement | null {
	return document.querySelector<HTMLElement>(`[data-item="${number}"]`);
}
