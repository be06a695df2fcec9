import { textAt, type Contents } from './contents.ts';

/** Bytes at the end in which a whole document says so; scanners and mail programs add a few behind it. */
const TAIL = 1024;

export function lookIntoPdf(bytes: Uint8Array): Contents {
	const tail = textAt(bytes, Math.max(0, bytes.length - TAIL), TAIL);
	return tail.includes('%%EOF') ? 'plain' : 'cut off';
}
