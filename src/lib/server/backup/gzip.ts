import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';

/** Whoever reads the end of a pipeline gets its error there. */
const inTheEnd = () => undefined;

export function gzipped(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
	return pipeline(bytes, createGzip(), inTheEnd);
}

export function gunzippedFile(place: string): AsyncIterable<Uint8Array> {
	return pipeline(createReadStream(place), createGunzip(), inTheEnd);
}
