import type { FileHandle } from 'node:fs/promises';
import { Writable, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes a stream into a file as it arrives, and returns how many bytes came. What is above `most` is read on to its end and
 * not kept, so that the sender hears the answer. Rejects when the stream breaks off, and, once it has ended, when there was no
 * room for it. Listens from the first moment on: a stream that breaks off unheard ends the process.
 */
export async function takeFile(stream: Readable, file: FileHandle, most: number): Promise<number> {
	let bytes = 0;
	let fault: unknown;
	const keep = async (chunk: Buffer) => {
		bytes += chunk.length;
		if (bytes > most || fault !== undefined) return;
		await file.writeFile(chunk).catch((error: unknown) => (fault = error));
	};
	const sink = new Writable({
		write: (chunk: Buffer, _encoding, done) => void keep(chunk).then(() => done(), done)
	});
	await pipeline(stream, sink);
	if (fault !== undefined) throw fault;
	return bytes;
}

/** The first bytes of a file. */
export async function readBack(file: FileHandle, bytes: number): Promise<Uint8Array> {
	const whole = Buffer.alloc(bytes);
	for (let at = 0; at < bytes;) {
		const { bytesRead } = await file.read(whole, at, bytes - at, at);
		if (bytesRead === 0) throw new Error('The temporary file has lost its end');
		at += bytesRead;
	}
	return whole;
}
