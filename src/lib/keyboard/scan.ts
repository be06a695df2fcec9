import { parseJobNumber } from '#lib/jobs/job-number.ts';

/** What has been typed of a job number, and when. */
export interface Scan {
	/** By whoever it was. */
	typed: string;
	/** The end of it that came as fast as only a scanner types. */
	burst: string;
	/** Milliseconds. */
	at: number;
}

export const NO_SCAN: Scan = { typed: '', burst: '', at: -Infinity };

/** A person who pauses longer has begun anew. Milliseconds. */
const PERSON_PAUSE = 1000;
/** A scanner types faster than this, every key of it, and no person does for six digits. Milliseconds. */
const SCANNER_PAUSE = 50;
/** As many digits as a job's number is printed with. */
const PRINTED_DIGITS = 6;

export interface ScanRead {
	scan: Scan;
	/** The number that has been read, once Enter follows. */
	number: number | null;
	/** A scanner has typed it; otherwise a person may have, and means it only where nothing else takes what is typed. */
	isScanner: boolean;
}

/**
 * Reads job numbers that are typed with Enter behind them, by a person or by a barcode scanner. What a person has left
 * half-typed is no part of what is scanned next; any other key throws away what was typed.
 */
export function readScan(scan: Scan, key: string, at: number): ScanRead {
	const pause = at - scan.at;
	if (/^[\d#]$/u.test(key)) {
		const typed = (pause > PERSON_PAUSE ? '' : scan.typed) + key;
		const burst = (pause > SCANNER_PAUSE ? '' : scan.burst) + key;
		return { scan: { typed, burst, at }, number: null, isScanner: false };
	}
	// With it a scanner types the sign before the number.
	if (key === 'Shift') return { scan, number: null, isScanner: false };
	const isScanner = pause <= SCANNER_PAUSE && scan.burst.replace('#', '').length >= PRINTED_DIGITS;
	const text = isScanner ? scan.burst : pause > PERSON_PAUSE ? '' : scan.typed;
	return { scan: NO_SCAN, number: key === 'Enter' ? parseJobNumber(text) : null, isScanner };
}
