import { createHash, randomInt } from 'node:crypto';
import {
	CODE_ALPHABET,
	CODE_GRACE_MINUTES,
	CODE_LENGTH,
	CODE_MINUTES,
	plainCode,
	type Pairing
} from '#lib/displays/pairing-code.ts';
import { inTransaction, type Statements } from '#lib/server/db/transaction.ts';
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
	{ sql, now }: Pick<Deps, 'sql' | 'now'>,
	held: string | undefined
): Promise<{ token: string; pairing: Pairing }> {
	const issuedAt = now();
	await sql`delete from display_codes where expires_at <= ${issuedAt}`;
	return inTransaction(sql, async (tx) => {
		if (held !== undefined) await lockToken(tx, hashToken(held));
		const state = held === undefined ? 'unknown' : await stateOf(tx, held, issuedAt);
		if (held !== undefined && state === 'paired') return { token: held, pairing: { state } };
		const token = held !== undefined && state === 'waiting' ? held : newDisplayToken();
		return { token, pairing: await insertCode(tx, token, issuedAt) };
	});
}

/** What is stored for a code. */
export function hashCode(typed: string): string {
	return createHash('sha256').update(plainCode(typed)).digest('hex');
}

async function insertCode(tx: Statements, token: string, issuedAt: string): Promise<Pairing> {
	const minutesOn = (minutes: number) => new Date(Date.parse(issuedAt) + minutes * MINUTE_MS).toISOString();
	for (;;) {
		const code = newCode();
		const { count } = await tx`
			insert into display_codes (code_hash, token_hash, expires_at)
			values (${hashCode(code)}, ${hashToken(token)}, ${minutesOn(CODE_MINUTES + CODE_GRACE_MINUTES)})
			on conflict do nothing`;
		if (count > 0) return { state: 'waiting', code, changesAt: minutesOn(CODE_MINUTES) };
	}
}

function newCode(): string {
	const letter = () => CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length));
	return Array.from({ length: CODE_LENGTH }, letter).join('');
}
