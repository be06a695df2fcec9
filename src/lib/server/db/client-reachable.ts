import { inOneLine } from '#lib/server/http/database-gone.ts';
import { askOnce } from './ask-once.ts';
import { placeOf } from './database-place.ts';

/** The database did not answer. The message names DATABASE_URL, the host and the reason, on one line, and nothing else of the address. */
export class DatabaseUnreachable extends Error {}

/** Milliseconds between two tries. */
const PAUSE = 250;

const HINT =
	'Special characters of a password must be percent-encoded: @ as %40, / as %2F, : as %3A, # as %23, ? as %3F, % as %25.';

/**
 * Waits until the database answers; throws a DatabaseUnreachable when it has not after `patience` milliseconds, or after the try
 * that has begun by then: 2 s later at most.
 */
export async function waitUntilReachable(url: string, patience = 5000): Promise<void> {
	const deadline = Date.now() + patience;
	for (;;) {
		const failure = await askOnce(url);
		if (failure === null) return;
		if (isFinal(failure) || Date.now() + PAUSE > deadline)
			throw new DatabaseUnreachable(sentence(url, failure));
		await new Promise((resolve) => setTimeout(resolve, PAUSE));
	}
}

/** A wrong password, a missing database or an address that is none does not get better by waiting. */
function isFinal(error: Error): boolean {
	return isUnreadable(error) || /^(28|3D)/.test(codeOf(error));
}

function isUnreadable(error: Error): boolean {
	return error instanceof URIError || codeOf(error) === 'ERR_INVALID_URL';
}

function sentence(url: string, error: Error): string {
	const { host, isAmbiguous } = placeOf(url);
	const what = `The database${host && ` at ${host}`} (DATABASE_URL) cannot be used`;
	if (isUnreadable(error)) return `${what}: the address cannot be read. ${HINT}`;
	// What the driver took for the host or the database may be a piece of the password, and its words repeat it.
	return isAmbiguous ? `${what} (${codeOf(error) || 'no answer'}). ${HINT}` : `${what}: ${inOneLine(error)}`;
}

function codeOf(error: Error): string {
	return 'code' in error ? String(error.code) : '';
}
