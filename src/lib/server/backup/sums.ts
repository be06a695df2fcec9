import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { BackupError } from './backup-error.ts';
import { SUMS } from './backup-format.ts';
import type { Part } from './write-part.ts';

type Sum = Pick<Part, 'name' | 'sha256'>;

const LINE = /^([0-9a-f]{64}) {2}(\S+)$/;

/** Our names alone: no way out of the folder. */
const NAME =
	/^(manifest\.json|README\.txt|rows\/[a-z0-9_]+\.csv\.gz|files\/shops\/[a-z0-9]+\/(jobs\/\d+|logo)\/[a-z0-9.-]+)$/;

export async function appendSums(file: FileHandle, parts: readonly Sum[]): Promise<void> {
	await file.appendFile(parts.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''));
}

/** The lines of a backup's sums. Throws a BackupError for one that is none, as where the file is cut. */
export async function* readSums(place: string): AsyncGenerator<Sum> {
	for await (const line of createInterface({ input: createReadStream(place) })) {
		const [, sha256, name] = LINE.exec(line) ?? [];
		if (!sha256 || !name || !NAME.test(name) || name.includes('..'))
			throw new BackupError(`The backup is broken: ${SUMS} has a line that is none of ours.`);
		yield { sha256, name };
	}
}
