/**
 * What a file holds: nothing but what is needed to show it (`plain`), that and more (`more`: metadata, comments, bytes behind
 * the end), or not all that it says it holds (`cut off`).
 */
export type Contents = 'plain' | 'more' | 'cut off';

/** Bytes as Latin-1 text, so that a character is a byte. */
export function textAt(bytes: Uint8Array, from: number, length: number): string {
	return String.fromCharCode(...bytes.subarray(from, from + length));
}

export function viewOf(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
