import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes a folder, and those above it, so that they survive a crash. Nobody else can look into them. */
export async function makeFolder(path: string): Promise<void> {
	const first = await mkdir(path, { recursive: true, mode: 0o700 });
	if (first === undefined) return;
	for (let made = path; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

/** Flushes what a folder lists: a file that was renamed into it is there after a power cut. */
export async function syncFolder(path: string): Promise<void> {
	// Windows opens no folders, and needs none flushed.
	if (process.platform === 'win32') return;
	const folder = await open(path);
	try {
		await folder.sync();
	} finally {
		await folder.close();
	}
}

/** Whether a fault says that there is no such file or folder. */
export function isMissing(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
