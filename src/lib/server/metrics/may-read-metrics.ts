import { createHash, timingSafeEqual } from 'node:crypto';
import { bearerToken } from '#lib/server/http/foreign-write.ts';
import { isOnThisMachine, type Visitor } from '#lib/server/http/on-this-machine.ts';

/** Whether somebody may read the figures: with the token where one is set, and otherwise from the machine itself alone. */
export function mayReadMetrics(visitor: Visitor, token: string | null): boolean {
	if (token === null) return isOnThisMachine(visitor);
	return isSame(bearerToken(visitor.headers) ?? '', token);
}

/** The time taken tells nothing of either. */
function isSame(given: string, wanted: string): boolean {
	return timingSafeEqual(digest(given), digest(wanted));
}

function digest(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}
