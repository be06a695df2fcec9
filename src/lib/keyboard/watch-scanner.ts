import { FIELDS, hasModifier, OVER_THE_PAGE } from './free-keys.ts';
import { NO_SCAN, readScan, type Scan } from './scan.ts';

/** What becomes of a number that was scanned, or typed with Enter. */
export interface ScannerActions {
	open: (number: number) => void;
	/** It was scanned while a dialog or a menu was open: that is finished first. */
	wait: (number: number) => void;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Opens what is scanned, wherever the focus is: the digits are taken out of the field that they went into, and the
 * scanner's Enter sends no form and chooses nothing. Listens until the answer is called.
 */
export function watchScanner({ open, wait }: ScannerActions): () => void {
	let scan: Scan = NO_SCAN;
	/** The field that is being typed into, as it was before. */
	let before: { field: Field; value: string } | null = null;

	function onkeydown(event: KeyboardEvent) {
		if (event.isComposing || event.defaultPrevented || hasModifier(event)) return void (scan = NO_SCAN);
		const field = fieldOf(event);
		const read = readScan(scan, event.key, event.timeStamp);
		scan = read.scan;
		if (scan.burst.length === 1 && event.key !== 'Shift') before = field && { field, value: field.value };
		if (read.number === null) return;
		const isBusy = document.querySelector(OVER_THE_PAGE) !== null;
		if (!read.isScanner && (isBusy || field)) return;
		event.preventDefault();
		event.stopImmediatePropagation();
		if (read.isScanner && before?.field === field) putBack(before);
		(isBusy ? wait : open)(read.number);
	}

	window.addEventListener('keydown', onkeydown, { capture: true });
	return () => window.removeEventListener('keydown', onkeydown, { capture: true });
}

function fieldOf({ target }: KeyboardEvent): Field | null {
	return target instanceof Element ? target.closest<Field>(FIELDS) : null;
}

function putBack(before: { field: Field; value: string } | null): void {
	if (!before || before.field.value === before.value) return;
	before.field.value = before.value;
	for (const type of ['input', 'change']) before.field.dispatchEvent(new Event(type, { bubbles: true }));
}
