import { createHash, randomInt } from 'node:crypto';
import { lte } from 'drizzle-orm';
import {
	CODE_ALPHABET,
	CODE_GRACE_MINUTES,
	CODE_LENGTH,
	CODE_MINUTES,
	plainCode,
	type Pairing
} from '#lib/displays/pairing-code.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { Tx } from '#lib/server/db/client.ts';
import { displayCodes } from '#lib/server/db/schema.ts';
import type { Deps } from '#lib/server/deps.ts';
import { hashToken } from '#lib/server/people/session-store.ts';
import { newDisplayToken } from './display-token.ts';
import { lockToken } from './lock-token.ts';
import { stateOf } from './screen-state.ts';

const MINUTE_MS = 60_000;

/**
 * D1: a fresh code for a screen, and the token that it is to keep: its own while that waits, otherwise a new one, since
 * one that was revoked is worth nothing for good. Codes and tokens are stored as hashes alone. Codes that nobody typed in
 * time are cleared away on the occasion.
 */
export async function issueCode(
	{ db, now }: Pick<Deps, 'db' | 'now'>,
	held: string | undefined
): Promise<{ token: string; pairing: Pairing }> {
	const issuedAt = now();
	await db.delete(displayCodes).where(lte(displayCodes.expiresAt, new Date(issuedAt)));
	return db.transaction(async (tx) => {
		if (held === undefined) return issueTo(tx, newDisplayToken(), issuedAt);
		await lockToken(tx, hashToken(held));
		const state = await stateOf(tx, held, issuedAt);
		if (state === 'paired') return { token: held, pairing: { state } };
		return issueTo(tx, state === 'waiting' ? held : newDisplayToken(), issuedAt);
	});
}

/** What is stored for a code. */
export function hashCode(typed: string): string {
	return createHash('sha256').update(plainCode(typed)).digest('hex');
}

async function issueTo(
	tx: Tx,
	token: string,
	issuedAt: Instant
): Promise<{ token: string; pairing: Pairing }> {
	const minutesOn = (minutes: number) => new Date(Date.parse(issuedAt) + minutes * MINUTE_MS);
	const [tokenHash, expiresAt] = [hashToken(token), minutesOn(CODE_MINUTES + CODE_GRACE_MINUTES)];
	for (;;) {
		const code = newCode();
		const [inserted] = await tx
			.insert(displayCodes)
			.values({ codeHash: hashCode(code), tokenHash, expiresAt })
			.onConflictDoNothing()
			.returning({ codeHash: displayCodes.codeHash });
		const changesAt = minutesOn(CODE_MINUTES).toISOString();
		if (inserted) return { token, pairing: { state: 'waiting', code, changesAt } };
	}
}

function newCode(): string {
	const letter = () => CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length));
	return Array.from({ length: CODE_LENGTH }, letter).join('');
}
