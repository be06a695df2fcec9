import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { openTemporaryFile } from './temporary-file.ts';

/** A file that has arrived: on disk as long as it is arriving, in memory when it is asked for. */
export interface ArrivedFile {
	name: string | undefined;
	bytes: number;
	read: () => Promise<Uint8Array>;
	close: () => Promise<void>;
}

/**
 * Takes a file in as it arrives, and counts its bytes. What is above `most` is read on to its end and not kept, so that the
 * sender hears the answer. Rejects when it breaks off, or when there is no room for it; it has been read to its end by then.
 */
export async function takeFile(
	stream: Readable,
	name: string | undefined,
	most: number
): Promise<ArrivedFile> {
	const file = await openTemporaryFile();
	try {
		const bytes = await write(stream, file, most);
		return { name, bytes, read: () => readFrom(file, bytes), close: () => file.close() };
	} catch (error) {
		await file.close();
		throw error;
	}
}

async function write(stream: Readable, file: FileHandle, most: number): Promise<number> {
	let bytes = 0;
	let fault: unknown;
	for await (const chunk of stream as AsyncIterable<Buffer>) {
		bytes += chunk.length;
		if (bytes > most || fault !== undefined) continue;
		await file.writeFile(chunk).catch((error: unknown) => (fault = error));
	}
	if (fault !== undefined) throw fault;
	return bytes;
}

async function readFrom(file: FileHandle, bytes: number): Promise<Uint8Array> {
	const whole = Buffer.alloc(bytes);
	for (let at = 0; at < bytes;) {
		const { bytesRead } = await file.read(whole, at, bytes - at, at);
		if (bytesRead === 0) throw new Error('The temporary file has lost its end');
		at += bytesRead;
	}
	return whole;
}
