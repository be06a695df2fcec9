import { Readable } from 'node:stream';

/** Bytes that wait for a slow reader. */
const AHEAD = 256 * 1024;

/** A stream of Node's as browsers' standard has it. Without a strategy of its own it would run ahead without a limit. */
export function webStream(stream: Readable): ReadableStream<Uint8Array<ArrayBuffer>> {
	const strategy = new ByteLengthQueuingStrategy({ highWaterMark: AHEAD });
	return Readable.toWeb(stream, { strategy }) as ReadableStream<Uint8Array<ArrayBuffer>>;
}
