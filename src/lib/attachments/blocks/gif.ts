import { textAt, type Contents } from './contents.ts';

/** Loops, and a color profile. */
const PICTURE_EXTENSIONS = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012']);

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const END = 0x3b;
const GRAPHIC_CONTROL = 0xf9;
const APPLICATION = 0xff;

/** Signature, size and colors of the canvas. */
const HEADER = 13;
/** The mark of a frame, its place and its size. */
const FRAME = 10;

export function lookIntoGif(bytes: Uint8Array): Contents {
	let isPlain = true;
	let at = HEADER + colorsAfter(bytes[10]);
	while (at < bytes.length) {
		const mark = bytes[at];
		if (mark === END) return isPlain && at + 1 === bytes.length ? 'plain' : 'more';
		if (mark === IMAGE) {
			// The code size stands between the frame's colors and its data.
			at = afterData(bytes, at + FRAME + colorsAfter(bytes[at + FRAME - 1]) + 1);
		} else if (mark === EXTENSION) {
			if (!isPicture(bytes, at)) isPlain = false;
			at = afterData(bytes, at + 2);
		} else {
			isPlain = false;
			at += 1;
		}
	}
	return 'cut off';
}

/** Bytes of the color table that a byte of flags announces. */
function colorsAfter(flags = 0): number {
	return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Where a row of blocks ends, each of which begins with its length; behind the file's end when one is missing. */
function afterData(bytes: Uint8Array, from: number): number {
	let at = from;
	while (at < bytes.length) {
		const length = bytes[at] ?? 0;
		at += 1 + length;
		if (length === 0) return at;
	}
	return bytes.length;
}

function isPicture(bytes: Uint8Array, at: number): boolean {
	const label = bytes[at + 1];
	if (label === GRAPHIC_CONTROL) return true;
	return label === APPLICATION && PICTURE_EXTENSIONS.has(textAt(bytes, at + 3, 11));
}
