import type { CardMark } from '#lib/board/card-mark.ts';
import type { Instant } from '#lib/kernel/dates.ts';

/** Somebody else's last change of a card. */
export interface RecentChange extends CardMark {
	at: Instant;
}

/** By job number. */
export type RecentChanges = ReadonlyMap<number, RecentChange>;

export const NOTHING_RECENT: RecentChanges = new Map();

export function withRecent(recent: RecentChanges, number: number, change: RecentChange): RecentChanges {
	return new Map(recent).set(number, change);
}

/** Without a change, unless a later one of the same card has replaced it. */
export function withoutRecent(recent: RecentChanges, number: number, change: RecentChange): RecentChanges {
	return new Map([...recent].filter(([other, known]) => other !== number || known !== change));
}
