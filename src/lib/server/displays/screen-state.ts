import type { ScreenState } from '#lib/displays/pairing-code.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { Statements } from '#lib/server/db/transaction.ts';
import { hashToken } from '#lib/server/people/session-store.ts';

/** D1: how a screen with this token stands. */
export async function stateOf(sql: Statements, token: string, now: Instant): Promise<ScreenState> {
	const hash = hashToken(token);
	const [row] = await sql<{ paired: boolean; waiting: boolean }[]>`
		select exists(select 1 from displays where token_hash = ${hash}) as paired,
			exists(select 1 from display_codes where token_hash = ${hash} and expires_at > ${now}) as waiting`;
	if (row?.paired) return 'paired';
	return row?.waiting ? 'waiting' : 'unknown';
}
