import { textAt, viewOf, type Contents } from './contents.ts';

const END = 0xd9;
const SCAN = 0xda;

/** Application segments that color the picture; every other one is metadata of somebody's. */
const PICTURE_SEGMENTS: Record<number, string> = { 0xe0: 'JFIF\0', 0xe2: 'ICC_PROFILE\0', 0xee: 'Adobe' };

export function lookIntoJpeg(bytes: Uint8Array): Contents {
	const view = viewOf(bytes);
	let isPlain = true;
	let at = 2;
	while (at + 1 < bytes.length) {
		const mark = view.getUint8(at + 1);
		if (view.getUint8(at) !== 0xff) {
			// Decoders pass over stray bytes between segments; nobody knows what they say.
			isPlain = false;
			at += 1;
		} else if (mark === END) return isPlain && at + 2 === bytes.length ? 'plain' : 'more';
		else if (mark === 0xff) at += 1;
		else if (standsAlone(mark)) at += 2;
		else {
			if (at + 4 > bytes.length) return 'cut off';
			if (!isPicture(bytes, at, mark)) isPlain = false;
			at += 2 + view.getUint16(at + 2);
			if (mark === SCAN) at = afterScan(bytes, at);
		}
	}
	return 'cut off';
}

/** Marks without a segment behind them. */
function standsAlone(mark: number): boolean {
	return mark === 0 || mark === 1 || (mark >= 0xd0 && mark <= 0xd8);
}

/** Where the next mark is behind compressed data, in which 0xff is followed by 0 or by a restart. */
function afterScan(bytes: Uint8Array, from: number): number {
	let at = bytes.indexOf(0xff, from);
	while (at >= 0) {
		const mark = bytes[at + 1];
		const isData = mark === 0 || (mark !== undefined && mark >= 0xd0 && mark <= 0xd7);
		if (!isData) return at;
		at = bytes.indexOf(0xff, at + 2);
	}
	return bytes.length;
}

function isPicture(bytes: Uint8Array, at: number, mark: number): boolean {
	const name = PICTURE_SEGMENTS[mark];
	if (name !== undefined) return textAt(bytes, at + 4, name.length) === name;
	// Frames, tables and scans; what is left are other application segments, and comments.
	return mark >= 0xc0 && mark <= 0xdf;
}
