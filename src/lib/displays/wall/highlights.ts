import type { Card } from '#lib/board/card.ts';
import type { Status } from '#lib/jobs/status.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { Change } from '#lib/realtime/protocol.ts';

/** D2: how long a new or moved card is highlighted, in milliseconds of server time. */
export const HIGHLIGHT_MS = 60_000;

export interface Highlight {
	kind: 'new' | 'moved';
	/** Where it came from, when the wall knows. */
	from: Status | null;
	/** Server time in milliseconds. */
	until: number;
}

/** By job number. */
export type Highlights = ReadonlyMap<number, Highlight>;

export const NO_HIGHLIGHTS: Highlights = new Map();

type Cards = ReadonlyMap<number, Card>;

/**
 * D2: the highlights after some changes of the log, of which `before` knows nothing yet. What happened longer ago than a
 * minute, as after an outage, is no news. A re-order and an edit are none either.
 */
export function afterChanges(
	highlights: Highlights,
	before: Cards,
	changes: readonly Change[],
	now: number
): Highlights {
	const after = new Map(highlights);
	const statuses = new Map<number, Status>();
	for (const { number, set, gone, at } of changes) {
		const from = statuses.get(number) ?? before.get(number)?.status ?? null;
		if (gone) after.delete(number);
		if (gone || !set?.status) continue;
		statuses.set(number, set.status);
		if (set.status !== from) after.set(number, news(from, at));
	}
	return withoutOld(after, now);
}

/** D2: the highlights on a board that was fetched anew: the cards themselves tell when they came to their column. */
export function afterSnapshot(highlights: Highlights, before: Cards, cards: Cards, now: number): Highlights {
	const after = new Map(highlights);
	for (const card of cards.values()) {
		const known = before.get(card.number);
		if (known?.status === card.status) continue;
		const isNew = !known && Date.parse(card.createdAt) + HIGHLIGHT_MS > now;
		const highlight = news(known?.status ?? null, card.statusSince);
		after.set(card.number, { ...highlight, kind: isNew ? 'new' : 'moved' });
	}
	for (const number of after.keys()) if (!cards.has(number)) after.delete(number);
	return withoutOld(after, now);
}

/** The same map when nothing is over. */
export function withoutOld(highlights: Highlights, now: number): Highlights {
	const fresh = [...highlights].filter(([, { until }]) => until > now);
	return fresh.length === highlights.size ? highlights : new Map(fresh);
}

function news(from: Status | null, at: Instant): Highlight {
	return { kind: from === null ? 'new' : 'moved', from, until: Date.parse(at) + HIGHLIGHT_MS };
}
