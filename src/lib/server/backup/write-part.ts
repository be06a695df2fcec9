import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from '#lib/server/attachments/folders.ts';

/** A file of a backup, as `SHA256SUMS` knows it. */
export interface Part {
	/** Below the backup's folder, with `/` on every system. */
	name: string;
	sha256: string;
	bytes: number;
}

/** Writes a part that was not there, byte by byte from the source, and flushes it to the disk. */
export async function writePart(
	folder: string,
	name: string,
	source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
): Promise<Part> {
	const place = path.join(folder, ...name.split('/'));
	await makeFolder(path.dirname(place));
	const part: Part = { name, sha256: '', bytes: 0 };
	const file = await open(place, 'wx', 0o600);
	try {
		for await (const chunk of measured(source, part)) await file.writeFile(chunk);
		await file.sync();
	} finally {
		await file.close();
	}
	return part;
}

/** The same bytes; what they come to stands in the part when they have ended. */
export async function* measured(
	source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
	part: Pick<Part, 'sha256' | 'bytes'>
): AsyncGenerator<Uint8Array> {
	const hash = createHash('sha256');
	for await (const chunk of source) {
		hash.update(chunk);
		part.bytes += chunk.byteLength;
		yield chunk;
	}
	part.sha256 = hash.digest('hex');
}
