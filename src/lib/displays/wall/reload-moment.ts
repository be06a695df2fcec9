/** How long nothing must have happened, in milliseconds. */
export const QUIET_MS = 30_000;
/** How long a busy shop may put it off. */
export const LATEST_MS = 600_000;
/** A page is not loaded again sooner: while nodes of two versions serve a shop, each load may bring the other one. */
export const YOUNG_MS = 60_000;

/** Everything in milliseconds by a stopwatch. */
export interface ReloadSituation {
	now: number;
	/** Since when a newer program is known to be there. */
	newerSince: number;
	/** When the board last changed. */
	changedAt: number;
	/** When this page was opened. */
	openedAt: number;
	/** The server does not talk to this program any more: there is nothing to wait for. */
	isOutdated: boolean;
}

/** D4: whether this is the quiet moment at which a wall may load the new program. */
export function isReloadDue({ now, newerSince, changedAt, openedAt, isOutdated }: ReloadSituation): boolean {
	if (now - openedAt < YOUNG_MS) return false;
	return isOutdated || now - changedAt >= QUIET_MS || now - newerSince >= LATEST_MS;
}
