import { parseJobNumber } from '#lib/jobs/job-number.ts';

/** What a key asks for on the board. */
export type Shortcut = 'search' | 'create' | 'menu' | 'undo' | 'help' | 'open' | Direction;
export type Direction = 'up' | 'down' | 'left' | 'right';

const SHORTCUTS: Readonly<Record<string, Shortcut>> = {
	'/': 'search',
	n: 'create',
	m: 'menu',
	u: 'undo',
	'?': 'help',
	Enter: 'open',
	ArrowUp: 'up',
	ArrowDown: 'down',
	ArrowLeft: 'left',
	ArrowRight: 'right'
};

/** What a pressed key asks for; nothing while a modifier makes it the browser's. */
export function shortcutFor(key: {
	key: string;
	ctrlKey: boolean;
	metaKey: boolean;
	altKey: boolean;
}): Shortcut | null {
	if (key.ctrlKey || key.metaKey || key.altKey) return null;
	return SHORTCUTS[key.key] ?? null;
}

/** What has been typed of a job number, and when. */
export interface Scan {
	digits: string;
	/** Milliseconds. */
	at: number;
}

/** A scanner types faster than this; a person who pauses longer has begun anew. */
const SCAN_PAUSE_MS = 1000;

export const NO_SCAN: Scan = { digits: '', at: 0 };

/**
 * Reads a barcode scanner, which types a job number and Enter. Returns what has been typed so far, and the number
 * once Enter follows; any other key throws away what was typed.
 */
export function readScan(scan: Scan, key: string, at: number): { scan: Scan; number: number | null } {
	const digits = at - scan.at > SCAN_PAUSE_MS ? '' : scan.digits;
	if (/^[\d#]$/u.test(key)) return { scan: { digits: digits + key, at }, number: null };
	const number = key === 'Enter' ? parseJobNumber(digits) : null;
	return { scan: key === 'Shift' ? { digits, at } : NO_SCAN, number };
}
