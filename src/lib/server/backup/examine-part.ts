import { createReadStream } from 'node:fs';
import { placeOf } from './backup-format.ts';
import { measured, type Part } from './write-part.ts';

/** What a disk says of a file that it lists and cannot give, or of a name that has become something else. */
const FAULTS = new Map([
	['ENOENT', 'is missing'],
	['ENOTDIR', 'is missing'],
	['EIO', 'cannot be read'],
	['EISDIR', 'is no file']
]);

/**
 * Reads a part of a backup to its end. Returns how many bytes it has, and what is wrong with it, as the end of a sentence;
 * `null` when it is as it was written. Throws what says nothing of the part, such as a folder that may not be entered.
 */
export async function examine(
	folder: string,
	{ name, sha256 }: Pick<Part, 'name' | 'sha256'>
): Promise<{ bytes: number; fault: string | null }> {
	const found = { sha256: '', bytes: 0 };
	try {
		const bytes = measured(createReadStream(placeOf(folder, name)) as AsyncIterable<Uint8Array>, found);
		while (!(await bytes.next()).done);
	} catch (error) {
		const fault = FAULTS.get(String((error as NodeJS.ErrnoException).code));
		if (fault === undefined) throw error;
		return { bytes: found.bytes, fault };
	}
	return { bytes: found.bytes, fault: found.sha256 === sha256 ? null : 'is not as it was written' };
}
