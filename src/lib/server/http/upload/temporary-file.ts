import { randomUUID } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A file that nobody else can open, and that is gone with its handle: it has no name any more when it is handed over, so even
 * a crash leaves nothing.
 */
export async function openTemporaryFile(): Promise<FileHandle> {
	const path = join(tmpdir(), `benchboard-upload-${randomUUID()}`);
	const file = await open(path, 'wx+', 0o600);
	await rm(path);
	return file;
}
