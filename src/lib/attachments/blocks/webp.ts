import { textAt, viewOf, type Contents } from './contents.ts';

const PICTURE = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP', 'ANIM', 'ANMF']);
/** What a frame of an animation holds besides its own fields. */
const FRAME = new Set(['VP8 ', 'VP8L', 'ALPH']);

/** "RIFF", the size of the rest, "WEBP". */
const HEADER = 12;
/** A chunk's name and size. */
const CHUNK = 8;
/** A frame's place and duration. */
const FRAME_FIELDS = 16;

export function lookIntoWebp(bytes: Uint8Array): Contents {
	if (bytes.length < HEADER) return 'cut off';
	const end = CHUNK + viewOf(bytes).getUint32(4, true);
	if (end > bytes.length) return 'cut off';
	const contents = lookIntoChunks(bytes.subarray(0, end), HEADER, PICTURE);
	return contents === 'plain' && end < bytes.length ? 'more' : contents;
}

function lookIntoChunks(bytes: Uint8Array, from: number, known: Set<string>): Contents {
	const view = viewOf(bytes);
	let isPlain = true;
	for (let at = from; at + CHUNK <= bytes.length;) {
		const name = textAt(bytes, at, 4);
		const size = view.getUint32(at + 4, true);
		const start = at + CHUNK;
		if (start + size > bytes.length) return 'cut off';
		if (!known.has(name)) isPlain = false;
		// A frame holds no frames: whoever nests them does so to be looked into for ever.
		const isFrame = name === 'ANMF' && known.has(name);
		const frame = isFrame ? bytes.subarray(start, start + size) : null;
		if (frame && lookIntoChunks(frame, FRAME_FIELDS, FRAME) !== 'plain') isPlain = false;
		// Chunks begin at even places.
		at = start + size + (size % 2);
	}
	return isPlain ? 'plain' : 'more';
}
