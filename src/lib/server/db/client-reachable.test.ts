import { expect, test } from 'vitest';
import { waitUntilReachable } from './client-reachable.ts';

test('an address where nothing listens is named in one line, without the password', async () => {
	const failure = waitUntilReachable('postgres://board:secret@127.0.0.1:1/board', 0);
	await expect(failure).rejects.toThrow(
		'The database at 127.0.0.1:1 cannot be used: connect ECONNREFUSED 127.0.0.1:1'
	);
	await expect(failure).rejects.not.toThrow(/secret|\n/);
});

test('a name that does not exist is told as such', async () => {
	await expect(waitUntilReachable('postgres://db.invalid/board', 0)).rejects.toThrow(
		/db\.invalid.*(ENOTFOUND|EAI_AGAIN)/
	);
});
