import { textAt, viewOf, type Contents } from './contents.ts';

/** Chunks that make the picture and its colors, animated ones included. */
const PICTURE = new Set(
	'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' ')
);

const SIGNATURE = 8;
/** Length, name and checksum. */
const FRAME = 12;

export function lookIntoPng(bytes: Uint8Array): Contents {
	const view = viewOf(bytes);
	let isPlain = true;
	for (let at = SIGNATURE; at + FRAME <= bytes.length;) {
		const name = textAt(bytes, at + 4, 4);
		at += FRAME + view.getUint32(at);
		if (name === 'IEND' && at <= bytes.length) return isPlain && at === bytes.length ? 'plain' : 'more';
		if (!PICTURE.has(name)) isPlain = false;
	}
	return 'cut off';
}
