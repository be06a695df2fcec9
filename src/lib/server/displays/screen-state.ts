import { and, eq, gt } from 'drizzle-orm';
import type { ScreenState } from '#lib/displays/pairing-code.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { Queryable } from '#lib/server/db/client.ts';
import { displayCodes, displays } from '#lib/server/db/schema.ts';
import { hashToken } from '#lib/server/people/session-store.ts';

/** D1: how a screen with this token stands. */
export async function stateOf(db: Queryable, token: string, now: Instant): Promise<ScreenState> {
	const hash = hashToken(token);
	const [paired] = await db.select({ id: displays.id }).from(displays).where(eq(displays.tokenHash, hash));
	if (paired) return 'paired';
	const [waiting] = await db
		.select({ expiresAt: displayCodes.expiresAt })
		.from(displayCodes)
		.where(and(eq(displayCodes.tokenHash, hash), gt(displayCodes.expiresAt, new Date(now))))
		.limit(1);
	return waiting ? 'waiting' : 'unknown';
}
