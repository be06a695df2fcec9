import postgres from 'postgres';
import { StorageFault } from '#lib/server/attachments/storage-fault.ts';
import { causesOf, isDatabaseGone, rootCause } from '#lib/server/http/database-gone.ts';
import { BackupError } from './backup-error.ts';

const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
/** PostgreSQL: the disk is full. */
const DATABASE_FULL = '53100';

/** Does the work; what may happen to anybody while it is done is told in a sentence. `place` is where it writes. */
export async function explained<Answer>(place: string, work: () => Promise<Answer>): Promise<Answer> {
	try {
		return await work();
	} catch (error) {
		const sentence = sentenceFor(error, place);
		throw sentence === null ? error : new BackupError(sentence, { cause: error });
	}
}

function sentenceFor(error: unknown, place: string): string | null {
	const codes = causesOf(error).map((cause) => ('code' in cause ? String(cause.code) : ''));
	if (codes.some((code) => NO_ROOM.has(code))) return `There is no room left on the disk of ${place}.`;
	if (codes.includes(DATABASE_FULL)) return 'There is no room left on the disk of the database.';
	if (error instanceof StorageFault) return `${error.message}: ${reason(error)}.`;
	if (isDatabaseGone(error)) return `The database went away: ${reason(error)}.`;
	return error instanceof postgres.PostgresError ? `The database refused: ${error.message}.` : null;
}

function reason(error: unknown): string {
	const cause = rootCause(error);
	return cause instanceof Error ? cause.message.split('\n')[0] || cause.name : String(cause);
}
